import { expect, test } from './console-fixture.ts';
import type { Workplace } from './workplace.ts';

/** Every part of the workstation's settings, by the name of its section. */
const PARTS = [
  'Консультант',
  'Телефон',
  'Консультация',
  'Линия',
  'Коллеги',
  'Часы и списки',
  'Данные',
  'Выгрузка журнала',
];

const part = ({ page }: Workplace, name: string) => page.getByRole('region', { name, exact: true });

test.describe('with an administrator’s file', () => {
  test.use({ provisioned: { data: { retentionMonths: 36 } } });

  test('every part is «Задано администратором» and can only be read; one’s own stays one’s own', async ({
    consultant,
  }) => {
    await consultant.go('Настройки');
    for (const name of PARTS) {
      const section = part(consultant, name);
      await expect(section.getByText('Задано администратором'), name).toBeVisible();
      const fields = section.locator('input, textarea, select');
      await expect(fields.first(), name).toBeAttached();
      const open = await fields.evaluateAll((all) =>
        all.filter((one) => !one.matches(':disabled, [readonly]')).map((one) => one.outerHTML),
      );
      expect(open, name).toEqual([]);
    }
    await expect(part(consultant, 'Данные').getByRole('textbox', { name: 'Хранить, месяцев' })).toHaveValue('36');
    await test.step('what the user hears and is told: looked through and listened to, never changed', async () => {
      for (const name of ['Слова для пользователя', 'Записи для пользователя']) {
        const section = part(consultant, name);
        await expect(section.getByText('Задано администратором'), name).toBeVisible();
        await expect(section.locator('input:not([readonly], :disabled), textarea:not([readonly])'), name).toHaveCount(
          0,
        );
        await expect(section.getByRole('button', { name: /сохранить|выбрать|вернуть/i })).toHaveCount(0);
      }
    });
    for (const name of ['Звук', 'Вид и язык']) {
      await expect(part(consultant, name)).toBeVisible();
      await expect(part(consultant, name).getByText('Задано администратором')).toHaveCount(0);
    }
  });
});

test.describe('without one', () => {
  test.use({ provisioned: null });

  test('what the service refuses is said beside its field, and nothing typed is lost', async ({ consultant }) => {
    const { page } = consultant;
    await consultant.go('Настройки');
    const phone = part(consultant, 'Телефон');
    const server = phone.getByRole('textbox', { name: 'Телефонный сервер' });
    const number = phone.getByRole('textbox', { name: 'Внутренний номер' });
    const warning = part(consultant, 'Консультация').getByRole('textbox', { name: 'Предупредить до предела за' });
    const rules = part(consultant, 'Часы и списки');
    await server.fill('ws://pbx.example:8088/ws');
    await number.fill('201');
    await warning.fill('20:00');
    await rules.getByRole('button', { name: 'Добавить день' }).click();
    const day = rules.getByRole('textbox', { name: 'День', exact: true });
    const since = rules.getByRole('textbox', { name: 'Вышел', exact: true });
    await day.fill('31.12.2026');
    await since.fill('31.11.2026');
    await rules.getByRole('textbox', { name: 'С', exact: true }).fill('19:00');
    await consultant.button('Сохранить').click();

    const bar = page.getByRole('group', { name: 'Есть несохранённые изменения' });
    await expect(bar.getByRole('alert')).toHaveText('Не сохранено: проверьте отмеченные поля');
    await expect(since).toHaveAccessibleDescription(/Это не дата: нужно дд\.мм\.гггг/);
    await since.fill('');
    await consultant.button('Сохранить').click();
    await expect(server).toHaveAccessibleDescription(/ws:\/\/ разрешён только на этом компьютере/);
    await expect(warning).toHaveAccessibleDescription(/Должно быть меньше предела/);
    await expect(rules.getByRole('alert')).toHaveText('Конец раньше начала');
    await since.fill('31.11.26');
    await day.fill('32.12.2026');

    await consultant.go('Рабочее место');
    await consultant.go('Настройки');
    await expect(server).toHaveValue('ws://pbx.example:8088/ws');
    await expect(warning).toHaveValue('20:00');
    await expect(since).toHaveValue('31.11.26');
    await expect(since).toHaveAccessibleDescription(/Это не дата/);
    await expect(day).toHaveValue('32.12.2026');
    await expect(day).toHaveAccessibleDescription(/Это не дата/);
    await since.fill('1.11.26');
    await day.fill('31/12/2026');

    await server.fill('');
    await number.fill('');
    await warning.fill('4:00');
    await rules.getByRole('textbox', { name: 'С', exact: true }).fill('10:00');
    await consultant.button('Сохранить').click();
    await expect(page.getByText('Настройки сохранены')).toBeVisible();
    await expect(bar).toBeHidden();
    await page.reload();
    await consultant.go('Настройки');
    await expect(warning).toHaveValue('4:00');
    await expect(rules.getByRole('textbox', { name: 'С', exact: true })).toHaveValue('10:00');
    await expect(day).toHaveValue('31.12.2026');
    await expect(since).toHaveValue('01.11.2026');
  });
});
