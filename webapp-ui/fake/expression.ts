/** The filter language of RFC 7644, section 3.4.2.2, as far as lists need it. */
export type Row = Record<string, unknown>;
type Test = (row: Row) => boolean;

const TOKEN = /\s*(\(|\)|"(?:[^"\\]|\\.)*"|[^\s()]+)/gy;

export class BadExpression extends Error {}

export function parseExpression(text: string, columns: ReadonlySet<string>): Test {
  const tokens = [...text.matchAll(TOKEN)].map((match) => match[1] ?? "");
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const take = (): string => {
    const token = tokens[at++];
    if (token === undefined) throw new BadExpression("The expression ends too early.");
    return token;
  };
  function any(): Test {
    const tests = [all()];
    while (peek() === "or") {
      at++;
      tests.push(all());
    }
    return (row) => tests.some((test) => test(row));
  }
  function all(): Test {
    const tests = [one()];
    while (peek() === "and") {
      at++;
      tests.push(one());
    }
    return (row) => tests.every((test) => test(row));
  }
  function one(): Test {
    if (peek() === "not") {
      at++;
      const test = one();
      return (row) => !test(row);
    }
    if (peek() === "(") {
      at++;
      const test = any();
      if (take() !== ")") throw new BadExpression("A closing parenthesis is missing.");
      return test;
    }
    return comparison();
  }
  function comparison(): Test {
    const column = take();
    if (!columns.has(column)) throw new BadExpression(`There is no column ${column}.`);
    const operator = take().toLowerCase();
    if (operator === "pr") return (row) => row[column] !== undefined;
    const compare = OPERATORS[operator];
    if (!compare) throw new BadExpression(`There is no operator ${operator}.`);
    const raw = take();
    const wanted = (raw.startsWith('"') ? JSON.parse(raw) : raw).toString().toLowerCase();
    return (row) => row[column] !== undefined && compare(String(row[column]).toLowerCase(), wanted);
  }
  const test = any();
  if (at < tokens.length) throw new BadExpression(`Did not expect ${tokens[at]}.`);
  return test;
}

const OPERATORS: Record<string, (value: string, wanted: string) => boolean> = {
  eq: (value, wanted) => value === wanted,
  ne: (value, wanted) => value !== wanted,
  co: (value, wanted) => value.includes(wanted),
  sw: (value, wanted) => value.startsWith(wanted),
  ew: (value, wanted) => value.endsWith(wanted),
  gt: (value, wanted) => compareValues(value, wanted) > 0,
  ge: (value, wanted) => compareValues(value, wanted) >= 0,
  lt: (value, wanted) => compareValues(value, wanted) < 0,
  le: (value, wanted) => compareValues(value, wanted) <= 0,
};

export function compareValues(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  const [x, y] = [Number(a), Number(b)];
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a).localeCompare(String(b));
}
