const UNITS = ["B", "kB", "MB", "GB", "TB", "PB"];
const three = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 });

/** A number of octets in the largest decimal unit that leaves one digit or more: `0 B`, `12.3 kB`, `1.2 GB`. */
export function bytes(value: number): string {
  let unit = 0;
  let size = value;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${three.format(size)} ${UNITS[unit]}`;
}

/** A part of a whole in percent; never 100 % or 0 % unless it is all or nothing. */
export function share(part: number, whole: number): string {
  if (whole <= 0) return "–";
  if (part >= whole) return "100 %";
  if (part <= 0) return "0 %";
  const percent = (100 * part) / whole;
  if (percent > 99) return percent > 99.9 ? "> 99.9 %" : `${(Math.floor(percent * 10) / 10).toFixed(1)} %`;
  return percent < 1 ? "< 1 %" : `${Math.floor(percent)} %`;
}
