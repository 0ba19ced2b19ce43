import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REGISTRY_FIELDS, type RegistryField, type RegistryImport } from '../../../shared/contract/registry-import.ts';
import classes from './data.module.css';
import type { RegistrySource } from './use-registry.ts';

const EXAMPLES = 3;
const NEEDED: readonly RegistryField[] = ['registrationNumber', 'organisation'];

/** The first rows of the file, and what each of its columns is: guessed, to be put right by hand. */
export function ImportPreview(props: {
  state: Extract<RegistryImport, { phase: 'preview' }>;
  registry: RegistrySource;
}) {
  const { t } = useTranslation('data');
  const { fileName, preview } = props.state;
  const [columns, setColumns] = useState(preview.columns);
  const choose = (place: number, field: RegistryField | null) =>
    setColumns(columns.map((one, other) => (other === place ? field : one)));
  const twice = REGISTRY_FIELDS.filter(
    (field) => field !== 'phones' && columns.filter((one) => one === field).length > 1,
  );
  const problem = NEEDED.some((field) => !columns.includes(field))
    ? t('needed')
    : twice.length > 0
      ? t('twice', { fields: twice.map((field) => t(`fields.${field}`)).join(', ') })
      : null;
  const line = preview.headerLine;
  return (
    <div className={classes.preview}>
      <h3 className={classes.heading}>{t('preview', { fileName })}</h3>
      <p className="small dim">
        {preview.encoding === null
          ? t('previewBook', { line })
          : t('previewText', { encoding: preview.encoding, line })}
      </p>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('examples')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.headers.map((header, place) => (
            <tr key={place}>
              <th scope="row" title={header}>
                {header || t('unnamed')}
              </th>
              <td>
                {preview.rows.slice(0, EXAMPLES).map((row, example) => (
                  <div key={example} className={classes.example} title={row[place]}>
                    {row[place] || '–'}
                  </div>
                ))}
              </td>
              <td>
                <Select
                  aria-label={t('meaningOf', { header: header || t('unnamed') })}
                  value={columns[place] ?? ''}
                  data={[
                    { value: '', label: t('skipped') },
                    ...REGISTRY_FIELDS.map((field) => ({ value: field, label: t(`fields.${field}`) })),
                  ]}
                  onChange={(chosen) => choose(place, REGISTRY_FIELDS.find((field) => field === chosen) ?? null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problem !== null && (
        <p role="alert" className={classes.mistake}>
          {problem}
        </p>
      )}
      <div className={classes.choose}>
        <Button variant="filled" disabled={problem !== null} onClick={() => props.registry.run(columns)}>
          {t('run')}
        </Button>
        <Button variant="subtle" onClick={props.registry.cancel}>
          {t('cancel')}
        </Button>
        <span className="small dim">{t('kept')}</span>
      </div>
    </div>
  );
}
