/** «Настройки». */
export function SettingsPage() {
  return null;
}
