/** Words that stand first in people's minds, here and in English; walks over the keyboard; spellings that fool nobody. */
const WORDS = listed(`
  sayang cinta sayangku cintaku rindu kangen kasih kekasih bahagia senyum manis cantik ganteng jelek gila lucu
  rahasia sandi katasandi masuk buka kunci pintu rumah rumahku keluarga keluargaku ibu bapak mama papa bunda ayah
  anak anakku adik kakak sahabat teman pacar mantan jodoh hidup mati surga dunia bintang bulan matahari langit pelangi
  laut gunung hujan bunga mawar melati anggrek kucing kelinci harimau macan singa naga elang garuda komodo kuda
  indonesia merdeka nusantara pancasila republik negara bangsa pahlawan juara presiden jakarta bandung surabaya
  semarang medan makassar palembang malang bogor bekasi tangerang depok denpasar bali jogja yogyakarta lombok papua
  sumatra jawa borneo batam padang manado pontianak samarinda balikpapan aceh solo cirebon banten
  bismillah alhamdulillah allahuakbar subhanallah assalamualaikum insyaallah masyaallah allah tuhan yesus ramadhan
  lebaran berkah rezeki sukses semangat bisa jaya makmur sejahtera mulia abadi selamat selamatdatang
  budi agus andi dewi putri putra sari wati dian rizky fajar bayu indah ratna lestari wahyu eka dwi tri
  bakso sate rendang nasigoreng kopi kopihitam durian mangga pisang jeruk
  persib persija arema persebaya timnas sepakbola bola dangdut
  izin izinusaha usaha usahaku perizinan pajak kantor perusahaan karyawan notaris konsultan bisnis dagang toko warung
  koperasi investasi modal kerja gaji uang duit akun akunku pengguna petugas operator bendahara direktur pelaku
  pelakuusaha dinas kabupaten kota provinsi pemerintah pelayanan dpmptsp osslicense ossrba nibku
  password passwd passw0rd p@ssword p@ssw0rd pa55word pa$$word pa$$w0rd pass passcode passphrase secret rahas1a
  admin administrator adm1n @dmin root user guest test tester testing demo default changeme change temp temporary
  welcome welkom hello helloworld letmein login logon master super superman batman spiderman ironman naruto pokemon
  doraemon minion iloveyou ilovemom loveyou loveme lovely love forever angel princess prince queen king baby honey
  sweet sugar cookie chocolate banana orange cherry apple flower butterfly sunshine rainbow summer winter spring autumn
  monday friday january december dragon tiger lion monkey eagle dolphin panda shadow phoenix ninja samurai warrior
  soccer football basketball baseball badminton hockey chelsea arsenal liverpool barcelona realmadrid manchester
  juventus ronaldo messi freedom whatever trustno1 nothing starwars matrix computer internet google facebook
  instagram whatsapp twitter youtube samsung android iphone windows microsoft laptop server database system network
  company office business money family friend friends happy lucky smile peace heaven success winner champion
  qwerty qwertyuiop qwer qwe qwert asdf asd asdfgh asdfghjkl zxc zxcv zxcvbn zxcvbnm qazwsx qaz wsx poiuytrewq
  1qaz 2wsx 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 q1w2e3r4 zaq1 zaq12wsx a1b2c3 a1b2c3d4 abc abcd abcde abcdef aa aaa bb
  s4yang c1nta 1ndonesia ind0nesia j4karta surab4ya merd3ka bismill4h adm1n123 r00t t3st l0gin w3lcome
`);

const NUMBERS = listed(`
  1 2 3 7 8 9 01 02 07 10 11 12 17 21 22 33 45 66 69 77 80 88 90 99 00 000 007 100 101 111 123 212 234 321 333 354 456
  555 666 678 777 789 888 911 999 1122 1212 1234 1945 1987 1988 1990 1995 1998 1999 2000 2001 2010 2019 2020 2021 2022
  2023 2024 2025 2026 2027 4321 12345 54321 123123 112233 111111 123321 123456 654321 1234567 12345678 123456789
  1234567890 0987654321 11111111 12341234 123123123 17081945
`);
const MARKS = listed('! @ # $ % & * . _ - + ? !! @@ !@ !@# !@#$ ...');
/** Longer than their parts: the key row above the digits, and what a rule about symbols makes people append. */
const FLOURISHES = listed(
  '123!@# 1234!@#$ !@#123 @!123 1!1! !1!1 123!! 123!@ !123! @123! @123# #123! @1234! @2025! @2026!',
);

/** Made of no word, or of one said over and over. */
const ALONE = listed(`
  1qaz@wsx !qaz2wsx 1qaz!qaz 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv !qaz@wsx !qaz1qaz zaq!2wsx qwertyuiopasdfgh
  qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm qazwsxedcrfvtgb qazwsxedcrfvtgbyhnujm abcdefgh abcdefghijklmno
  abcdefghijklmnopqrstuvwxyz 1q2w3e4r5t6y 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p 123456789012345 1234567890123456
  12345678901234567890 123456789qwerty 1234567890qwerty 1234567890qwertyuiop 123qweasdzxc qweasdzxc 123qwe!@# 123abc!@#
  !@#qwe123 p4ssw0rd! the-password mypassword1! my-password-1 correcthorsebatterystaple correct-horse-battery-staple-1
`);

const words = new Set(WORDS);
const tails = new Set([
  '',
  ...NUMBERS,
  ...MARKS,
  ...FLOURISHES,
  ...NUMBERS.flatMap((number) => MARKS.flatMap((mark) => [number + mark, mark + number])),
]);
const alone = new Set([
  ...ALONE,
  ...NUMBERS,
  ...WORDS.flatMap((word) => [3, 4].map((times) => word.repeat(times))),
  ...[...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((char) =>
    lengths(6, 24).map((length) => char.repeat(length)),
  ),
]);

/** Refused offline and whole: a password that only contains such a word is not meant (R28). Capitals make no difference. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  if (alone.has(text)) return true;
  for (let cut = 1; cut <= text.length; cut += 1) {
    const rest = text.slice(cut);
    if (words.has(text.slice(0, cut)) && (tails.has(rest) || words.has(rest))) return true;
  }
  return false;
}

/** The list itself, one by one: held as tables, because written out it would be several megabytes. */
export function* commonPasswords(): Generator<string> {
  yield* alone;
  for (const word of words) {
    for (const tail of tails) yield word + tail;
    for (const second of words) yield word + second;
  }
}

function listed(text: string): string[] {
  return text.trim().split(/\s+/);
}

function lengths(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
