/** A resource as JSON; its shape is watched by the OpenAPI check, not by types. */
export type Json = Record<string, unknown>;

/** A copy without the named fields. */
export function omit(resource: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}

/** A copy with the named fields only; one that is missing becomes null. */
export function pick(resource: Json, ...names: string[]): Json {
  return Object.fromEntries(names.map((name) => [name, resource[name] ?? null]));
}
