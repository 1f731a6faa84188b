/** An amount of money in whole fen (分), 100 to the yuan. */
export type Fen = number;

/** An exact fraction; the denominator is positive. */
type Fraction = { readonly numerator: bigint; readonly denominator: bigint };
type Operator = '+' | '-' | '*' | '/' | '(' | ')';
type Token = { readonly kind: 'number'; readonly value: Fraction } | { readonly kind: Operator };
type Cursor = { readonly tokens: readonly Token[]; at: number };

const MAX_LENGTH = 200;
/** One operator, or a number with its unit (万 makes ten thousand of it, 元 says nothing new). */
const TOKEN =
  /\s*(?:([-+*/()])\s*|(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?\s*(万)?\s*(?:元整?|圆整?|块|RMB|CNY)?\s*)/uy;
const WHOLE_YUAN = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') } as const;
const TEN_THOUSAND = 10_000n;

/**
 * Reads an amount in yuan: 3,600 元, ¥300, 300.5, 1.2万, full-width characters, and sums such as 2400*2-800 with
 * + - * / and brackets. The result is exact and rounded to the fen, halves away from zero. Undefined for
 * anything else, for a division by zero, and beyond the safe integers.
 */
export function parseYuan(value: string | number): Fen | undefined {
  const tokens = tokensOf(String(value));
  if (tokens === undefined || tokens.length === 0) return undefined;
  const cursor: Cursor = { tokens, at: 0 };
  const result = sum(cursor);
  if (result === undefined || cursor.at !== tokens.length) return undefined;
  const fen = rounded({ numerator: result.numerator * 100n, denominator: result.denominator });
  const amount = Number(fen);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** The amount in yuan with thousands separators, with two decimals only when it is not whole: 3,600 or 3,600.50. */
export function formatFen(fen: Fen, locale: keyof typeof WHOLE_YUAN = 'zh-CN'): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`);
  const sign = fen < 0 ? '-' : '';
  const yuan = WHOLE_YUAN[locale].format(Math.floor(Math.abs(fen) / 100));
  const rest = Math.abs(fen) % 100;
  return rest === 0 ? sign + yuan : `${sign}${yuan}.${String(rest).padStart(2, '0')}`;
}

function tokensOf(text: string): Token[] | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[×xX]/g, '*')
    .replaceAll('÷', '/')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
    .replaceAll(/¥|人民币|^\s*=/g, ' ')
    .replaceAll(/(RMB|CNY)(?=\s*[\d.])/g, ' ')
    .trim();
  if (plain.length > MAX_LENGTH) return undefined;
  const tokens: Token[] = [];
  for (let at = 0; at < plain.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(plain);
    const token = match === null ? undefined : tokenOf(match);
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function tokenOf(match: RegExpExecArray): Token | undefined {
  const [, operator, whole, decimals, unit] = match;
  if (operator !== undefined) return { kind: operator as Operator };
  const digits = (decimals ?? '').slice(1);
  const written = (whole ?? '').replaceAll(',', '') + digits;
  if (written === '') return undefined;
  const factor = unit === undefined ? 1n : TEN_THOUSAND;
  return {
    kind: 'number',
    value: { numerator: BigInt(written) * factor, denominator: 10n ** BigInt(digits.length) },
  };
}

function sum(cursor: Cursor): Fraction | undefined {
  let left = product(cursor);
  while (left !== undefined) {
    const operator = takeOperator(cursor, '+', '-');
    if (operator === undefined) return left;
    const right = product(cursor);
    left = right && added(left, operator === '+' ? right : negated(right));
  }
  return undefined;
}

function product(cursor: Cursor): Fraction | undefined {
  let left = factor(cursor);
  while (left !== undefined) {
    const operator = takeOperator(cursor, '*', '/');
    if (operator === undefined) return left;
    const right = factor(cursor);
    left = right && (operator === '*' ? multiplied(left, right) : divided(left, right));
  }
  return undefined;
}

function factor(cursor: Cursor): Fraction | undefined {
  const sign = takeOperator(cursor, '+', '-');
  if (sign !== undefined) {
    const value = factor(cursor);
    return value && (sign === '-' ? negated(value) : value);
  }
  if (takeOperator(cursor, '(') !== undefined) {
    const value = sum(cursor);
    return takeOperator(cursor, ')') === undefined ? undefined : value;
  }
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== 'number') return undefined;
  cursor.at += 1;
  return token.value;
}

function takeOperator<Kind extends Operator>(cursor: Cursor, ...kinds: readonly Kind[]): Kind | undefined {
  const found = kinds.find((kind) => kind === cursor.tokens[cursor.at]?.kind);
  if (found !== undefined) cursor.at += 1;
  return found;
}

function added(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

function negated(a: Fraction): Fraction {
  return { numerator: -a.numerator, denominator: a.denominator };
}

function multiplied(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

function divided(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: a.numerator * b.denominator * sign, denominator: a.denominator * b.numerator * sign };
}

function rounded({ numerator, denominator }: Fraction): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (size * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -whole : whole;
}
