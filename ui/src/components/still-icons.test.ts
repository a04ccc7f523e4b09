import House from '@lucide/svelte/icons/house';
import { render } from 'svelte/server';
import { expect, it } from 'vitest';

it('an icon is a drawing that takes a size and a stroke, and that no reader speaks', () => {
  const { body } = render(House, { props: { size: 16, strokeWidth: 1.75 } });
  expect(body).toContain('width="16" height="16"');
  expect(body).toContain('stroke-width="1.75"');
  expect(body).toContain('aria-hidden="true"');
  expect(body.match(/<path d="M/g)).toHaveLength(2);
});
