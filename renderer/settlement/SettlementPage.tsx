export function SettlementPage() {
  return null
}
