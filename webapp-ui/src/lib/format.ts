const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });

export const count = (value: number) => whole.format(value);

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `STARTED` to `Started`, `endpointProfile` to `Endpoint profile`; what has spaces or lower-case letters stays. */
export function words(text: string): string {
  if (/^[A-Z0-9_]+$/.test(text)) {
    const lower = text.toLowerCase().replaceAll("_", " ");
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  }
  return text;
}

const AUTH_METHODS: Record<string, string> = { dot1x: "802.1X", mab: "MAB", webauth: "Web auth" };

/** ISE's names of authentication methods as engineers say them. */
export function authMethod(value: string): string {
  return AUTH_METHODS[value.toLowerCase()] ?? value;
}

/** A value of unknown shape as one line. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(plain).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
