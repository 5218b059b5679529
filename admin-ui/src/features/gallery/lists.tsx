import { useState } from 'react';

import { DeliveryDetail } from '../../desk/delivery-detail';
import { DeliveryTable } from '../../desk/delivery-table';
import { Card, Facts } from '../../ui/page';
import { Time } from '../../ui/time';
import { DELIVERIES } from './samples';

const [first] = DELIVERIES;

export function Lists() {
  const [selected, select] = useState('0193-2');
  return (
    <>
      <DeliveryTable deliveries={DELIVERIES} selected={selected} onOpen={({ id }) => select(id)} />
      {first && <DeliveryDetail delivery={first} onClose={() => undefined} />}
      <Card title="Fakta">
        <Facts
          facts={[
            ['NIK', '3273••••0004'],
            ['Waktu', <Time key="time" at="2026-11-23T07:05:11.000Z" />],
          ]}
        />
      </Card>
    </>
  );
}
