import Copy from '@lucide/svelte/icons/copy';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuEntry } from '../../ui/menu-item.ts';
import type { PaletteCommand } from '../../ui/palette-command.ts';
import type { ParameterField } from '../../ui/parameter-field.ts';
import type { TableColumn } from '../../ui/table-model.ts';

type Say = (words: string) => void;

export const menu = (say: Say): readonly MenuEntry[] => [
  { heading: 'Segment' },
  { label: 'Rename', icon: Pencil, keys: 'F2', onselect: () => say('Rename') },
  { label: 'Duplicate', icon: Copy, onselect: () => say('Duplicate') },
  { label: 'Compare', hint: 'Needs a second segment', disabled: true, onselect: () => say('Compare') },
  'separator',
  { label: 'Remove', icon: Trash2, danger: true, onselect: () => say('Remove') },
];

export const commands = (say: Say): readonly PaletteCommand[] => [
  { group: 'Pages', label: 'Portfolio', hint: 'Who is worth what?', onselect: () => say('Portfolio') },
  {
    group: 'Pages',
    label: 'Journey',
    hint: 'Where does each customer stand?',
    onselect: () => say('Journey'),
  },
  { group: 'Commands', label: 'Undo', keys: 'Ctrl Z', onselect: () => say('Undo') },
  { group: 'Commands', label: 'Dark theme', onselect: () => say('Dark') },
];

export const options: readonly { readonly value: string; readonly label: string; readonly hint: string }[] = [
  { value: 'ignore', label: 'Leave out', hint: 'The column is not read' },
  {
    value: 'orders.amount',
    label: 'Orders: amount',
    hint: 'What the customer paid, in the order’s currency',
  },
  { value: 'orders.date', label: 'Orders: date', hint: 'The day of the order' },
  { value: 'customers.name', label: 'Customers: name', hint: 'As written on the invoice' },
];

export const parameters: readonly ParameterField[] = [
  {
    name: 'window',
    title: 'Window',
    help: 'Orders of this many months count.',
    houseRule: true,
    defaultValue: 12,
    control: { control: 'number', unit: 'months', min: 1, max: 60, step: 1 },
  },
  {
    name: 'basis',
    title: 'Value by',
    help: 'What the curve adds up.',
    defaultValue: 'margin',
    control: {
      control: 'choice',
      options: [
        { value: 'margin', label: 'Margin' },
        { value: 'revenue', label: 'Revenue' },
      ],
    },
  },
  {
    name: 'anonymous',
    title: 'Count orders without a customer',
    help: 'Guest orders.',
    defaultValue: false,
    control: { control: 'switch' },
  },
  {
    name: 'cuts',
    title: 'Recency cuts',
    help: 'Four rising numbers, or none for fifths.',
    defaultValue: [],
    control: { control: 'numbers', unit: 'days', length: 4 },
  },
];

interface SegmentRow {
  readonly name: string;
  readonly customers: number;
  readonly share: number | null;
}

export const tableRows: readonly SegmentRow[] = [
  { name: 'Champions', customers: 3210, share: 0.41 },
  { name: 'Loyal customers', customers: 2804, share: 0.29 },
  { name: 'At risk', customers: 1640, share: 0.11 },
  { name: 'Hibernating', customers: 2105, share: 0.03 },
  { name: 'Not scored', customers: 412, share: null },
];

export const tableColumns: readonly TableColumn<SegmentRow>[] = [
  { key: 'name', label: 'Segment', text: (row) => row.name, sortBy: (row) => row.name },
  {
    key: 'customers',
    label: 'Customers',
    kind: 'number',
    text: (row) => row.customers.toLocaleString('en-GB'),
    sortBy: (row) => row.customers,
  },
  {
    key: 'share',
    label: 'Share of revenue',
    kind: 'number',
    definition: 'Net revenue of the segment ÷ net revenue of all',
    text: (row) => (row.share === null ? '–' : `${Math.round(row.share * 100)} %`),
    sortBy: (row) => row.share,
  },
];

interface SampleNotice {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const notices: readonly SampleNotice[] = [
  { id: 1, tone: 'good', text: 'Segment “Champions” made.', action: { label: 'Undo', run: () => undefined } },
  { id: 2, tone: 'info', text: 'Saved to arrowhead.json' },
];

export const note = `Complaints that wait **more than three days** cost us regulars:

- 38 % of them never come back
- see [the ticket export](tickets.csv)

> We answer in a week.

<script>nothing runs</script>`;
