import path from 'node:path';
import { z } from 'zod';
import { accountFilter } from '#shared/contract/account-pages.ts';
import { applicationFilter } from '#shared/contract/application-pages.ts';
import { clientFilter } from '#shared/contract/clients.ts';
import { documentFilter } from '#shared/contract/documents.ts';
import { exportFormats } from '#shared/contract/exports.ts';
import type { ExportFormat } from '#shared/contract/exports.ts';
import { handOutFilter } from '#shared/contract/hand-outs.ts';
import type { LocalClient } from '#backend/router.ts';
import type { Command } from '../command.ts';
import { strict } from '../command-arguments.ts';
import { followed } from '../progress.ts';
import { withSession } from '../session.ts';
import { UsageError } from '../usage.ts';
import { exportFirm } from './export-firm.ts';

const lists = ['clients', 'accounts', 'applications', 'documents', 'hand-outs'] as const;
type ListName = (typeof lists)[number];

/**
 * Writes a list to a file, in the form that the file's ending names; `--filter` is one of the list's own, as JSON.
 * `firm`: everything.
 */
export const exportList: Command = async (args, options) => {
  if (args[0] === 'firm') return exportFirm(args.slice(1), options);
  const { values, positionals } = strict(args, { filter: { type: 'string' } });
  const [name, file, ...others] = positionals;
  const list = lists.find((one) => one === name);
  if (list === undefined)
    throw new UsageError(`not a list: ${name ?? ''}; lists: ${lists.join(' ')}, or firm`);
  if (file === undefined) throw new UsageError('the file is missing');
  if (others.length > 0) throw new UsageError(`too much: ${others.join(' ')}`);
  const format = formatOf(file);
  const start = startOf(list, values.filter);
  return withSession(options, async ({ backend, call }) => {
    const target = backend.tokens.grant(path.resolve(file));
    const { language } = options;
    const asked = { target, format, ...(language !== undefined && { language }) };
    return { output: await followed(list, start(call, asked)) };
  });
};

function formatOf(file: string): ExportFormat {
  const ending = path.extname(file).slice(1).toLowerCase();
  const format = exportFormats.find((one) => one === ending);
  if (format === undefined) throw new UsageError(`not .xlsx or .csv: ${file}`);
  return format;
}

interface Asked {
  readonly target: string;
  readonly format: ExportFormat;
}
type Start = (call: LocalClient, asked: Asked) => ReturnType<LocalClient['exports']['clients']>;

/** The export of a list by its own filter, which is read before anything is opened. */
function startOf(list: ListName, text: string | undefined): Start {
  switch (list) {
    case 'clients': {
      const filter = filterOf(clientFilter, text);
      return (call, asked) => call.exports.clients({ filter, ...asked });
    }
    case 'accounts': {
      const filter = filterOf(accountFilter, text);
      return (call, asked) => call.exports.accounts({ filter, ...asked });
    }
    case 'applications': {
      const filter = filterOf(applicationFilter, text);
      return (call, asked) => call.exports.applications({ filter, ...asked });
    }
    case 'documents': {
      const filter = filterOf(documentFilter, text);
      return (call, asked) => call.exports.documents({ filter, ...asked });
    }
    case 'hand-outs': {
      const filter = filterOf(handOutFilter, text);
      return (call, asked) => call.exports.handOuts({ filter, ...asked });
    }
  }
}

/** A field that the list does not know would go unnoticed and let every row through. */
function filterOf<Filter extends z.ZodObject>(filter: Filter, text: string | undefined): z.infer<Filter> {
  const read = filter.strict().safeParse(text === undefined ? {} : parsed(text));
  if (read.success) return read.data as z.infer<Filter>;
  throw new UsageError(`--filter: ${z.prettifyError(read.error)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--filter: not JSON: ${text}`);
  }
}
