export function SettlementsPage() {
  return null
}
