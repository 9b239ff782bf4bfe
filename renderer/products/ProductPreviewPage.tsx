export function ProductPreviewPage() {
  return <h1>ProductPreviewPage</h1>
}
