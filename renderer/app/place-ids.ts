/** The places of the side bar, in the order in which they stand: Ctrl and a figure leads to each. */
export const placeIds = ['today', 'clients', 'accounts', 'applications', 'documents', 'rules'] as const;
export type PlaceId = (typeof placeIds)[number];

/** The key of each place, by its order. */
export const placeKeys = placeIds.map((id, index) => [`mod+${index + 1}`, id] as const);
