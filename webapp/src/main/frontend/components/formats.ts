/**
 * Number formats by name. The server sends names, never code; the names are those of the semantic
 * model.
 */
export type FormatName =
  | 'percent'
  | 'integer'
  | 'decimal'
  | 'milliseconds'
  | 'credits'
  | 'minutes'
  | 'hours';

type Formatter = (value: number) => string;

const decimals = (least: number, most: number) =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most });
const whole = decimals(0, 0);
const one = decimals(0, 1);
const two = decimals(2, 2);
const upToTwo = decimals(0, 2);
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 });

const formatters: Record<FormatName, Formatter> = {
  percent: (value) => percent.format(value),
  integer: (value) => (Math.abs(value) >= 100_000 ? compact.format(value) : whole.format(value)),
  decimal: (value) => (Math.abs(value) >= 100 ? one.format(value) : upToTwo.format(value)),
  milliseconds: (value) =>
    Math.abs(value) >= 1000 ? `${decimals(1, 1).format(value / 1000)} s` : `${whole.format(value)} ms`,
  credits: (value) => (Math.abs(value) >= 100 ? whole.format(value) : two.format(value)),
  minutes: (value) => `${one.format(value)} min`,
  hours: (value) => `${one.format(value)} h`,
};

/** The formatter of that name; an unknown name shows plain numbers. */
export function formatter(name: string | undefined): Formatter {
  return formatters[name as FormatName] ?? formatters.decimal;
}
