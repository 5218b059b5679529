import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Card, Row } from '../../ui/page';
import { Empty, Failed, Forbidden, Loading, NotFound, Partial, Stale, Unavailable } from '../../ui/states';
import { StatusBadge, type Tone } from '../../ui/status-badge';

const TONES: readonly Tone[] = ['good', 'wait', 'warn', 'bad', 'quiet'];
const nothing = () => undefined;

export function States() {
  return (
    <>
      <Card title="Keadaan">
        <Row>
          {TONES.map((tone) => (
            <StatusBadge key={tone} tone={tone}>
              {tone}
            </StatusBadge>
          ))}
        </Row>
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone} title={`Pemberitahuan ${tone}`} actions={<Button>Coba lagi</Button>}>
            Apa – mengapa – langkah.
          </Notice>
        ))}
      </Card>
      <Card title="Keadaan halaman">
        <Loading rows={3} />
        <Empty title="Tidak ada permohonan yang cocok" actions={<Button>Hapus filter</Button>}>
          Ubah filter untuk melihat yang lain.
        </Empty>
        <Failed error={new Error('down')} onRetry={nothing} />
        <Partial />
        <p>
          <Unavailable />
        </p>
        <NotFound />
        <Forbidden roles={['Admin', 'Auditor']} />
        <Stale count={3} onShow={nothing} />
      </Card>
    </>
  );
}
