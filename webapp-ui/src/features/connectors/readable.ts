/** JSON with line breaks; what is no whole JSON stays to the letter. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
