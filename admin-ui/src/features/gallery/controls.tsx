import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';

import { Button, IconButton } from '../../ui/button';
import { RadioField, SelectField, SwitchField, Tick } from '../../ui/choice-fields';
import { CodeField } from '../../ui/code-field';
import { ComboField } from '../../ui/combo-field';
import { DateField } from '../../ui/date-field';
import { FilterChips } from '../../ui/filter-chips';
import { Menu } from '../../ui/menu';
import { Card, Row } from '../../ui/page';
import { PasswordField, TextArea, TextField } from '../../ui/text-fields';

const nothing = () => undefined;
const CHOICES = [
  { value: 'a', label: 'Email · b••o@e•••.com', note: 'Terakhir: Gagal (kotak penuh)' },
  { value: 'b', label: 'WhatsApp · 0860••••778' },
];

export function Controls() {
  return (
    <>
      <Buttons />
      <Fields />
    </>
  );
}

function Buttons() {
  return (
    <Card title="Tombol">
      <Row>
        <Button kind="main" shortcut="N">
          Ambil berikutnya
        </Button>
        <Button>Batal</Button>
        <Button kind="quiet">Hapus semua</Button>
        <Button kind="danger">Blokir…</Button>
        <Button kind="main" loading>
          Kirim
        </Button>
        <Button kind="main" refusal="Daftar periksa belum lengkap.">
          Setujui
        </Button>
        <IconButton label="Lihat" onClick={nothing}>
          <IconEye size={18} />
        </IconButton>
        <IconButton label="Lihat, ditekan" pressed>
          <IconEye size={18} />
        </IconButton>
        <Menu
          label="Lainnya"
          trigger="Lainnya"
          items={[{ label: 'Akhiri semua sesi…', onSelect: nothing }]}
        />
      </Row>
    </Card>
  );
}

function Fields() {
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState(true);
  const [choice, setChoice] = useState('a');
  return (
    <Card title="Isian">
      <Row>
        <TextField label="Nama pengguna" value={text} onChange={setText} placeholder="petugas" />
        <TextField
          label="Salah"
          value="x"
          onChange={nothing}
          error="Isi dengan benar."
          hint="Paling sedikit 10 huruf."
        />
        <TextField label="Tidak aktif" value="petugas" onChange={nothing} disabled />
        <PasswordField label="Kata sandi" value="" onChange={nothing} />
        <CodeField value="" onChange={nothing} error="Kode sudah dipakai." />
        <DateField label="Dari" value="2026-11-23" onChange={nothing} />
        <SelectField label="Kanal" value="a" options={CHOICES} onChange={nothing} />
        <ComboField label="Tindakan" value="a" options={CHOICES} onChange={nothing} />
      </Row>
      <TextArea label="Catatan" value={text} onChange={setText} />
      <RadioField label="Kirim lewat" value={choice} options={CHOICES} onChange={setChoice} />
      <Tick label="KTP terbaca dan cocok" checked={ticked} onChange={setTicked} />
      <SwitchField label="Pintasan" hint="Tekan ? untuk daftarnya." checked={ticked} onChange={setTicked} />
      <FilterChips chips={[{ label: 'Risiko: tinggi', onRemove: nothing }]} onClear={nothing} />
    </Card>
  );
}
