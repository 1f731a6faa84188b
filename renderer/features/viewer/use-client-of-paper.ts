import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/api/api.tsx';
import { usePaper } from './paper-context.tsx';

/** The client whose paper it is, with all papers; undefined until it is there. */
export function useClientOfPaper() {
  const { query } = useApi();
  const { paper } = usePaper();
  return useQuery(query.clients.get.queryOptions({ input: { id: paper.clientId } })).data;
}
