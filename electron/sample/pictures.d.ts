// The bundler hands a picture over as a `data:` address, so that it ends up inside the program.
declare module '*.webp?inline' {
  const address: string
  export = address
}
