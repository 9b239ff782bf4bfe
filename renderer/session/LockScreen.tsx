export function LockScreen({ name }: { readonly name: string }) {
  return <h1>{name}</h1>
}
