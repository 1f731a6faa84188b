import { makeCreditCode } from '#shared/domain/credit-code.ts';
import { organisationCheckCharacter } from '#shared/domain/organisation-code.ts';
import { makeResidentId } from '#shared/domain/resident-id.ts';
import { written } from './page-lines.ts';
import type { Written } from './page-lines.ts';

/** A credit code whose two checks are right, of a place that does not exist. */
export const creditCodeOf = (body: string): string =>
  makeCreditCode(`91440399${body}${organisationCheckCharacter(body)}`);

export const sampleCode = creditCodeOf('MAXA0001');
export const sampleId = makeResidentId('33019919920608101');

/** A company's licence as it is recognised: labels set wide, two columns, an address in two rows. */
export const licencePage: readonly Written[] = [
  written('统一社会信用代码', 116, 124),
  written(sampleCode, 116, 160),
  written('营业执照', 560, 250, { height: 84 }),
  written('(副 本)', 700, 318),
  written('名', 126, 400),
  written('称', 200, 400),
  written('示例青禾（云汀）餐饮管理有限公司', 290, 400),
  written('注册资本', 820, 400),
  written('壹佰万元整', 980, 400),
  written('类 型', 126, 450),
  written('有限责任公司(自然人投资或控股)', 290, 450),
  written('成立日期', 820, 450),
  written('2021年03月16日', 980, 450),
  written('法定代表人', 126, 500),
  written('示例甲', 290, 500),
  written('营业期限', 820, 500),
  written('2021年03月16日至长期', 980, 500),
  written('经营范围', 126, 550),
  written('一般项目：餐饮管理；外卖递送服务；食品销', 290, 550),
  written('住　　所', 820, 550),
  written('云汀市栩水区示例路19号2幢', 980, 550),
  written('售（仅销售预包装食品）。许可项目：餐饮服务。', 290, 586),
  written('101室', 980, 586),
  written('登记机关', 820, 760),
  written('2024', 900, 860),
  written('年', 980, 860),
  written('06', 1020, 860),
  written('月', 1070, 860),
  written('18', 1110, 860),
  written('日', 1160, 860),
  written('样本 SAMPLE：为软件演示所绘，不具任何效力。', 110, 970),
];

/** Both sides of a card. */
export const cardFront: readonly Written[] = [
  written('姓 名 示例乙', 60, 100, { height: 34 }),
  written('性别男民族汉', 60, 170, { height: 34 }),
  written('出 生 1992 年 6 月 8 日', 60, 240, { height: 34 }),
  written('住 址', 60, 310, { height: 34 }),
  written('云汀市栩水区示例路25号3', 200, 310, { height: 34 }),
  written('幢201室', 200, 352, { height: 34 }),
  written('公民身份号码', 60, 600, { height: 34 }),
  written(sampleId, 330, 600, { height: 34 }),
];

export const cardBack: readonly Written[] = [
  written('居民身份证', 400, 200, { height: 60 }),
  written('签发机关', 250, 500, { height: 34 }),
  written('云汀市公安局示例分局', 430, 500, { height: 34 }),
  written('有效期限', 250, 570, { height: 34 }),
  written('2018.04.02-2038.04.02', 430, 570, { height: 34 }),
];

export const certificatePage: readonly Written[] = [
  written('事业单位法人证书', 300, 280, { height: 58 }),
  written('统一社会信用代码', 120, 440),
  written(sampleCode, 400, 440),
  written('名　　　　称', 120, 500),
  written('示例市第三幼儿园', 400, 500),
  written('宗旨和业务范围', 120, 560),
  written('实施幼儿学前教育，促进基础教育发展。学前', 400, 560),
  written('教育。', 400, 600),
  written('住　　　　所', 120, 660),
  written('青屿市望海区示例路5号', 400, 660),
  written('法 定 代 表 人', 120, 720),
  written('示例丙', 400, 720),
  written('开办资金', 120, 780),
  written('￥200万元', 400, 780),
  written('登记管理机关', 120, 840),
  written('示例市事业单位登记管理局', 400, 840),
  written('有　效　期', 120, 900),
  written('自 2023年04月01日 至 2028年03月31日', 400, 900),
  written('发证日期 2023年04月01日', 700, 1200),
];

export const accountSheet: readonly Written[] = [
  written('基本存款账户信息', 400, 260, { height: 52 }),
  written('账户名称', 140, 430),
  written('示例青禾（云汀）餐饮管理有限公司', 500, 430),
  written('账户性质 基本存款账户', 140, 490),
  written('开户银行', 140, 550),
  written('云汀商业银行示例支行', 500, 550),
  written('银行账号', 140, 610),
  written('2001 0010 1000 1120 3', 500, 610),
  written('法定代表人（负责人）', 140, 670),
  written('示例甲', 500, 670),
  written('统一社会信用代码', 140, 730),
  written(sampleCode, 500, 730),
  written('基本存款账户编号 J2001001010001', 140, 790),
  written('账户状态', 140, 850),
  written('正常', 500, 850),
  written('2026年03月10日', 850, 1360),
];

export const accountPermit: readonly Written[] = [
  written('开户许可证', 400, 130, { height: 60 }),
  written('核准号 J2001001010001 编号 0000-011203', 300, 220),
  written('经审核,示例望潮民宿有限公司符合开户条件,准予开', 130, 320, { height: 29 }),
  written('立基本存款账户。', 130, 375, { height: 29 }),
  written('法定代表人(单位负责人)', 130, 470),
  written('示例丁', 460, 470),
  written('开户银行', 130, 512),
  written('云汀商业银行示例支行', 460, 512),
  written('账 号', 130, 554),
  written('20010010101001120', 460, 554),
  written('发证日期 2019年07月02日', 700, 700),
];

export const foodPermit: readonly Written[] = [
  written('食品经营许可证', 450, 160, { height: 72 }),
  written('经营者名称', 116, 320),
  written('示例一盏灯火锅店', 380, 320),
  written('许可证编号', 800, 320),
  written('JY23301990001234', 960, 320),
  written('统一社会信用代码', 116, 380),
  written(sampleCode, 380, 380),
  written('主体业态', 800, 380),
  written('餐饮服务经营者', 960, 380),
  written('法定代表人(负责人)', 116, 440),
  written('示例戊', 380, 440),
  written('经营项目', 800, 440),
  written('热食类食品制售；冷食类', 960, 440),
  written('食品制售', 960, 478),
  written('住 所', 116, 500),
  written('云汀市栩水区示例街75号', 380, 500),
  written('有效期至', 800, 540),
  written('2028年05月19日', 960, 540),
  written('经营场所', 116, 560),
  written('云汀市栩水区示例街76号', 380, 560),
  written('2023年05月20日', 950, 800),
];

export const telecomPermit: readonly Written[] = [
  written('中华人民共和国', 400, 100, { height: 40 }),
  written('增值电信业务经营许可证', 300, 180, { height: 60 }),
  written('经营许可证编号：粤B2-20240001', 140, 300),
  written('公司名称：示例青禾信息技术有限公司', 140, 360),
  written('法定代表人：示例己', 140, 420),
  written('注册住所：澄州市江岸区示例路1号', 140, 480),
  written('业务种类：信息服务业务（仅限互联网信息服务）', 140, 540),
  written('业务覆盖范围：广东省', 140, 600),
  written('有效期至：2029年01月15日', 140, 660),
  written('发证日期：2024年01月16日', 700, 760),
];
