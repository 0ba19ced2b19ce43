/**
 * WebSocket close code (RFC 6455: 4000–4999 are one's own): the service was composed anew, and the page's own rules (CSP) with it. Only a
 * page loaded afresh may go on.
 */
export const RELOAD_PAGE = 4001;
