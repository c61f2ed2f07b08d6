import type { App } from '../../state/app.svelte.ts';
import { samples } from '../../data/samples/sample-companies.ts';
import { setComparison, setFocus, setReturns } from '../../strategy/commands/settings.ts';
import type { PaletteCommand } from '../../ui/palette-command.ts';
import { pages } from '../pages.ts';

/** Everything that the search reaches: pages, segments, settings, sample companies, undo and redo. */
export const commandList = (app: App): readonly PaletteCommand[] => {
  const { segments, settings } = app.workbook.current;
  const otherReturns = settings.returns === 'net' ? 'ignore' : 'net';
  return [
    ...pages
      .filter((page) => !page.isHidden)
      .map((page) => ({
        group: 'Pages',
        label: page.title,
        hint: page.answers,
        onselect: () => app.router.go(page.path),
      })),
    {
      group: 'Segments',
      label: 'Focus: All customers',
      onselect: () => app.workbook.execute(setFocus(null)),
    },
    ...segments.flatMap((segment) => [
      {
        group: 'Segments',
        label: `Focus: ${segment.name}`,
        onselect: () => app.workbook.execute(setFocus(segment.id)),
      },
      {
        group: 'Segments',
        label: `Compare with: ${segment.name}`,
        onselect: () => app.workbook.execute(setComparison(segment.id)),
      },
    ]),
    {
      group: 'Commands',
      label: otherReturns === 'net' ? 'Subtract returns from revenue' : 'Ignore returns in revenue',
      onselect: () => app.workbook.execute(setReturns(otherReturns)),
    },
    { group: 'Commands', label: 'Undo', keys: 'Ctrl Z', onselect: () => app.workbook.undo() },
    { group: 'Commands', label: 'Redo', keys: 'Ctrl Shift Z', onselect: () => app.workbook.redo() },
    { group: 'Commands', label: 'Light theme', onselect: () => app.preferences.setTheme('light') },
    { group: 'Commands', label: 'Dark theme', onselect: () => app.preferences.setTheme('dark') },
    { group: 'Commands', label: 'Theme of the system', onselect: () => app.preferences.setTheme('system') },
    {
      group: 'Commands',
      label: 'Save the workspace to a file',
      onselect: () => void app.workspaces.saveFile(),
    },
    ...samples.map((sample) => ({
      group: 'Sample companies',
      label: `Open ${sample.title}`,
      hint: sample.description,
      onselect: () => void app.dataset.sample(sample.id),
    })),
  ];
};
