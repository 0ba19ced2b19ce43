/** The line's tables as kysely sees them. Booleans are 0 and 1; instants are epoch ms; `details`, `body` and `value` are JSON. */
export type LineSchema = {
  events: {
    id: string;
    name: string;
    number: string;
    e164: string | null;
    extension: string | null;
    phone_key: string;
    registration_number: string;
    organisation: string;
    configuration: string;
    city: string;
    topic: string | null;
    comment: string;
    criticality: string;
    source: string;
    booked_at: number;
    due_by: number | null;
    prefer_today: number;
    preferred_at: number | null;
    convenient_from: string | null;
    convenient_until: string | null;
    owner_id: string | null;
    owner_name: string | null;
    next_attempt_at: number | null;
    consultation_id: string | null;
    closed_at: number | null;
    closed_by: string | null;
    outcome: string | null;
    clause: string | null;
    on_time: number | null;
  };
  event_attempts: { event_id: string; place: number; at: number; by: string; result: string };
  event_history: {
    event_id: string;
    place: number;
    at: number;
    by: string;
    what: string;
    value_before: string | null;
    value_after: string | null;
    reason: string | null;
  };
  facts: {
    id: string;
    at: number;
    received_at: number;
    consultant_id: string;
    consultant_name: string;
    kind: string;
    body: string;
    result: string;
  };
  bookings: {
    id: string;
    event_id: string;
    at: number;
    form_hash: string;
    link_hash: string;
    phone_key: string;
    may_cancel: number;
  };
  consent_texts: { version: string; text: string };
  consents: { booking_id: string; version: string; given_at: number };
  audit: { id: string; at: number; who: string; what: string; subject: string; details: string };
  line_values: { name: string; value: string };
};
