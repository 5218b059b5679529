import type { House } from '../compose.js';
import {
  AccountDeliveriesResolver,
  DeliveriesResolver,
} from '../features/deliveries/deliveries.helpdesk-resolver.js';
import { DeliveryLoaders } from '../features/deliveries/deliveries.loaders.js';
import { DeliveriesService } from '../features/deliveries/deliveries.service.js';
import type { Room } from './room.js';

export function deliveries({ db, now, config }: House): Room {
  const service = new DeliveriesService(db);
  const clock = { now, receiptWaitS: config.RECEIPT_WAIT_S };
  return {
    helpdesk: [
      new DeliveriesResolver(service, new DeliveryLoaders(db), clock),
      new AccountDeliveriesResolver(service),
    ],
  };
}
