import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '#shared/domain/document-kind.ts';
import { documentKinds } from '#shared/domain/document-kind.ts';
import { isReadableKind, readFields } from '#shared/domain/paper-fields.ts';
import { highConfidence } from '#shared/domain/read-field.ts';
import { pageLines, written } from '#test/support/page-lines.ts';
import type { Written } from '#test/support/page-lines.ts';
import * as pages from '#test/support/read-pages.ts';

const valuesOn = (kind: DocumentKind, page: readonly Written[], degrees = 0) =>
  Object.fromEntries(readFields(kind, pageLines(page, degrees)).map(({ field, value }) => [field, value]));

const fieldOn = (kind: DocumentKind, page: readonly Written[], name: string) =>
  readFields(kind, pageLines(page)).find(({ field }) => field === name);

const licence = {
  credit_code: pages.sampleCode,
  subject_name: '示例青禾（云汀）餐饮管理有限公司',
  company_type: '有限责任公司（自然人投资或控股）',
  legal_representative: '示例甲',
  registered_capital: '壹佰万元整',
  founded_on: '2021-03-16',
  valid_from: '2021-03-16',
  valid_until: 'forever',
  address: '云汀市栩水区示例路19号2幢101室',
  business_scope: '一般项目：餐饮管理；外卖递送服务；食品销售（仅销售预包装食品）。许可项目：餐饮服务。',
  issued_on: '2024-06-18',
};
const card = {
  id_number: pages.sampleId,
  person_name: '示例乙',
  sex: '男',
  nation: '汉',
  born_on: '1992-06-08',
  address: '云汀市栩水区示例路25号3幢201室',
};

describe('what is read off a paper', () => {
  it('takes a business licence by its labels, the code by its form, the day at the foot by its place', () => {
    expect(valuesOn('business_licence', pages.licencePage)).toEqual(licence);
  });

  it.each([-8, -3, 4, 8])('reads a page that is tilted by %i degrees', (degrees) => {
    expect(valuesOn('business_licence', pages.licencePage, degrees)).toEqual(licence);
    expect(valuesOn('id_card', pages.cardFront, degrees)).toEqual(card);
  });

  it('parts a label whose first character was read with the end of the column to its left', () => {
    const scope = '一般项目：家居用品、家具、灯具、织物销售；室内';
    const page = [
      written('营业执照', 700, 100, { height: 80 }),
      written('经营范围', 240, 760),
      written(`${scope}住`, 490, 756),
      written('所', 1116, 757),
      written('云汀市栩水区示例路28号', 1212, 757),
      written('设计服务；互联网销售。', 490, 797),
    ];
    expect(valuesOn('business_licence', page)).toMatchObject({
      address: '云汀市栩水区示例路28号',
      business_scope: `${scope}设计服务；互联网销售。`,
    });
  });

  it('reads both sides of an ID card, on two pages or on one', () => {
    const back = {
      issuer: '云汀市公安局示例分局',
      valid_from: '2018-04-02',
      valid_until: '2038-04-02',
    };
    expect(valuesOn('id_card', pages.cardFront)).toEqual(card);
    expect(valuesOn('id_card', pages.cardBack)).toEqual(back);
    const below = pages.cardBack.map((line) => ({ ...line, y: line.y + 900 }));
    expect(valuesOn('id_card', [...pages.cardFront, ...below])).toEqual({ ...card, ...back });
  });

  it('reads the certificate of a public institution', () => {
    expect(valuesOn('public_institution_certificate', pages.certificatePage)).toEqual({
      credit_code: pages.sampleCode,
      subject_name: '示例市第三幼儿园',
      business_scope: '实施幼儿学前教育，促进基础教育发展。学前教育。',
      address: '青屿市望海区示例路5号',
      legal_representative: '示例丙',
      registered_capital: '¥200万元',
      issuer: '示例市事业单位登记管理局',
      valid_from: '2023-04-01',
      valid_until: '2028-03-31',
      issued_on: '2023-04-01',
    });
  });

  it('reads a bank sheet, and the older permit that names the holder in a sentence', () => {
    expect(valuesOn('account_proof', pages.accountSheet)).toEqual({
      credit_code: pages.sampleCode,
      subject_name: '示例青禾（云汀）餐饮管理有限公司',
      account_kind: '基本存款账户',
      bank_name: '云汀商业银行示例支行',
      bank_account_number: '20010010100011203',
      legal_representative: '示例甲',
      permit_number: 'J2001001010001',
      issued_on: '2026-03-10',
    });
    expect(valuesOn('account_proof', pages.accountPermit)).toEqual({
      subject_name: '示例望潮民宿有限公司',
      permit_number: 'J2001001010001',
      legal_representative: '示例丁',
      bank_name: '云汀商业银行示例支行',
      bank_account_number: '20010010101001120',
      issued_on: '2019-07-02',
    });
  });

  it('finds the holder where the sentence runs over into the next row', () => {
    const page = pages.accountPermit.map((line) =>
      line.text.startsWith('经审核')
        ? { ...line, text: '经审核,示例望潮民宿有' }
        : line.text.startsWith('立基本')
          ? { ...line, text: '限公司符合开户条件,准予开立基本存款账户。' }
          : line,
    );
    expect(valuesOn('account_proof', page)).toMatchObject({ subject_name: '示例望潮民宿有限公司' });
  });

  it('reads permits for food and for telecom services', () => {
    expect(valuesOn('food_business_permit', pages.foodPermit)).toEqual({
      credit_code: pages.sampleCode,
      subject_name: '示例一盏灯火锅店',
      permit_number: 'JY23301990001234',
      company_type: '餐饮服务经营者',
      legal_representative: '示例戊',
      business_scope: '热食类食品制售；冷食类食品制售',
      address: '云汀市栩水区示例街75号',
      premises: '云汀市栩水区示例街76号',
      valid_until: '2028-05-19',
      issued_on: '2023-05-20',
    });
    expect(valuesOn('telecom_permit', pages.telecomPermit)).toEqual({
      permit_number: '粤B2-20240001',
      subject_name: '示例青禾信息技术有限公司',
      legal_representative: '示例己',
      address: '澄州市江岸区示例路1号',
      business_scope: '信息服务业务（仅限互联网信息服务）',
      area_covered: '广东省',
      valid_until: '2029-01-15',
      issued_on: '2024-01-16',
    });
  });

  it('reads rows whose columns were recognised as one line', () => {
    const page = [
      written(`${pages.sampleCode} 营业执照`, 116, 160),
      written('名 称 示例青禾有限公司 注册资本 壹佰万元整', 126, 400),
      written('法定代表人 示例甲 营业期限 2021年03月16日至2041年03月15日', 126, 450),
    ];
    expect(valuesOn('business_licence', page)).toEqual({
      credit_code: pages.sampleCode,
      subject_name: '示例青禾有限公司',
      registered_capital: '壹佰万元整',
      legal_representative: '示例甲',
      valid_from: '2021-03-16',
      valid_until: '2041-03-15',
    });
  });

  it('knows a label of which a character was misread', () => {
    const page = pages.licencePage.map((line) => ({
      ...line,
      text: line.text.replace('法定代表人', '法定代表入').replace('统一社会信用代码', '统—社会信用代码'),
    }));
    expect(valuesOn('business_licence', page)).toEqual(licence);
  });

  it('leaves out what runs across the page', () => {
    const across = pageLines([written('样本示例另一家有限公司', 300, 380)], -22);
    const fields = readFields('business_licence', [...across, ...pageLines(pages.licencePage)]);
    expect(Object.fromEntries(fields.map(({ field, value }) => [field, value]))).toEqual(licence);
  });

  it('does not take the value of a label that was lost for the end of the name above it', () => {
    const page = pages.licencePage.map((line) => (line.text === '类 型' ? { ...line, text: '奚堃' } : line));
    expect(valuesOn('business_licence', page)).toMatchObject({ subject_name: licence.subject_name });
  });

  it('puts the box around the value, not around its label', () => {
    const field = fieldOn('telecom_permit', pages.telecomPermit, 'subject_name');
    const [[left], [right]] = field!.box;
    expect([Math.round(left), Math.round(right)]).toEqual([252, 548]);
    const address = fieldOn('business_licence', pages.licencePage, 'address');
    const [[, top], , [, bottom]] = address!.box;
    expect([top, bottom]).toEqual([538, 598]);
  });

  it('says nothing of kinds that it does not know and of empty pages', () => {
    for (const kind of documentKinds) {
      expect(readFields(kind, []), kind).toEqual([]);
      if (!isReadableKind(kind)) expect(readFields(kind, pageLines(pages.licencePage)), kind).toEqual([]);
    }
  });
});

describe('how far a value that was read is trusted', () => {
  const withCode = (code: string) =>
    pages.licencePage.map((line) => (line.text === pages.sampleCode ? { ...line, text: code } : line));

  it('trusts a code whose checks are right', () => {
    expect(fieldOn('business_licence', pages.licencePage, 'credit_code')).toMatchObject({
      confidence: 0.97,
      doubts: [],
    });
  });

  it('keeps what no code has from being high when its check is wrong', () => {
    const wrong = fieldOn('business_licence', withCode('91440399MAXA00054R'), 'credit_code');
    expect(wrong).toMatchObject({ value: '91440399MAXA00054R', doubts: ['check_failed'] });
    expect(wrong!.confidence).toBeLessThan(highConfidence);
  });

  it('puts right what a code cannot have, and shows it', () => {
    const read = fieldOn('business_licence', withCode('9144O399MAXAOOO14R'), 'credit_code');
    expect(read).toMatchObject({
      value: pages.sampleCode,
      raw: '9144O399MAXAOOO14R',
      doubts: ['corrected'],
    });
  });

  it('doubts a day of birth that the number of the card does not bear out', () => {
    const page = pages.cardFront.map((line) => ({ ...line, text: line.text.replace('6 月', '8 月') }));
    expect(fieldOn('id_card', page, 'born_on')).toMatchObject({
      value: '1992-08-08',
      doubts: ['contradicted'],
    });
    expect(fieldOn('id_card', page, 'id_number')).toMatchObject({ doubts: [] });
  });

  it('doubts what is hard to read and what does not look like such a value', () => {
    const faint = pages.licencePage.map((line) =>
      line.text === '示例甲' ? { ...line, confidence: 0.7 } : line,
    );
    expect(fieldOn('business_licence', faint, 'legal_representative')).toMatchObject({
      confidence: 0.7,
      doubts: ['faint'],
    });
    const odd = pages.licencePage.map((line) => (line.text === '示例甲' ? { ...line, text: '示8' } : line));
    expect(fieldOn('business_licence', odd, 'legal_representative')).toMatchObject({ doubts: ['shape'] });
  });

  it('doubts a code when another on the page is as good', () => {
    const other = written(pages.creditCodeOf('MAXA0002'), 116, 700);
    const page = [...pages.licencePage.filter(({ text }) => text !== '统一社会信用代码'), other];
    expect(fieldOn('business_licence', page, 'credit_code')).toMatchObject({ doubts: ['several'] });
  });
});
