import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/data/importing/format/detect-encoding.ts';

/** The bytes of a text in an encoding of one byte a character, by turning its decoder around. */
const encodeSingle = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]),
  );
  return Uint8Array.from([...text].map((character) => codes.get(character) ?? 63));
};

/** The bytes of a text in an encoding of two bytes a character. */
const encodeDouble = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding);
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
};

const encodeWide = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length)].flatMap((_, at) => {
      const code = text.charCodeAt(at);
      return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

describe('detectEncoding', () => {
  it.each([
    [
      'windows-1252',
      'id;Name;Straße\n1;Müller & Söhne;Königstraße 5\n2;Café Zoë;12 € – São Paulo\n3;Ångström;Malmö\n',
    ],
    ['windows-1252', 'id,price\n1,£12\n2,€13\n3,20°C\n'],
    ['windows-1250', 'id;Nazwa;Miasto\n1;Spółka Żółw;Łódź\n2;Gęś;Kraków\n3;Książka;Wrocław\n'],
    ['windows-1251', 'номер;Имя;Город\n1;Иванов;Москва\n2;Петрова Анна;Екатеринбург\n3;ООО Ромашка;Казань\n'],
    ['windows-1253', 'κωδικός;Όνομα;Πόλη\n1;Παπαδόπουλος;Αθήνα\n2;Γεωργία;Θεσσαλονίκη\n3;Νίκος;Πάτρα\n'],
    ['koi8-r', 'номер;Имя;Город\n1;Иванов;Москва\n2;Петрова Анна;Екатеринбург\n3;ООО Ромашка;Казань\n'],
    ['macintosh', 'id;Name;Ort\n1;Müller;Zürich\n2;Gärtner;Köln\n3;Bäcker;Düsseldorf\n'],
  ])('finds %s', (encoding, text) => {
    expect(detectEncoding([encodeSingle(text, encoding)])).toBe(encoding);
  });

  it.each([
    ['shift_jis', '番号,名前,住所\n1,やまだ たろう,とうきょう\n2,サトウ,オオサカ\n3,たなか,よこはま\n'],
    ['euc-jp', '番号,名前,住所\n1,やまだ たろう,とうきょう\n2,サトウ,オオサカ\n3,たなか,よこはま\n'],
    ['euc-kr', '번호,이름,주소\n1,김철수,서울특별시\n2,이영희,부산광역시\n'],
    ['gb18030', '编号,客户,城市\n1,中国公司,北京市\n2,女客户,上海市浦东区\n'],
    ['big5', '編號,客戶,城市\n1,中國公司,臺北市\n2,女客戶,高雄市三民區\n'],
  ])('finds %s', (encoding, text) => {
    expect(detectEncoding([encodeDouble(text, encoding)])).toBe(encoding);
  });

  it.each(['id,name\n1,Anna\n', 'номер;Имя\n1;Иванов\n2;Анна\n3;12.50\n'])(
    'finds UTF-16 without a mark in %j',
    (text) => {
      expect(detectEncoding([encodeWide(text, true)])).toBe('utf-16le');
      expect(detectEncoding([encodeWide(text, false)])).toBe('utf-16be');
    },
  );
});
