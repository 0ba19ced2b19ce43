import { expect, test } from 'vitest';
import { html } from './html.ts';

test('values are escaped, markup of the same making is not, nothing is nothing', () => {
  const nasty = `"><script>alert('1')</script>&`;
  expect(
    html`<a title="${nasty}">${html`<b>${nasty}</b>`}${null}${false}${[html`<i>1</i>`, 'x<']}${0}</a>`.markup,
  ).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;"><b>&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;</b><i>1</i>x&lt;0</a>',
  );
});
