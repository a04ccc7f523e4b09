import type { Plugin } from 'vite';

type Shape = [tag: string, attributes: Record<string, string>];

/**
 * Compiles Lucide's icons as the drawings they are. The library draws each from a list of shapes at run time, attribute
 * by attribute, for options that nothing here uses: those of the sidebar alone delayed the first screen by some 20 ms.
 */
export function stillIcons(): Plugin {
  return {
    name: 'still-icons',
    enforce: 'pre',
    transform: {
      filter: { id: /@lucide\/svelte\/dist\/icons\/[^/]+\.svelte$/ },
      handler(code, id) {
        const found = /const iconData = (\{.*\});/.exec(code)?.[1];
        if (!found) this.error(`${id} holds no icon: the library writes them another way now`);
        const { node } = JSON.parse(found) as { node: Shape[] };
        const shapes = node.map(([tag, attributes]) => {
          const written = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
          return `<${tag} ${written.join(' ')} />`;
        });
        return `<script>let { size = 24, strokeWidth = 2 } = $props();</script>
<svg class="lucide-icon" xmlns="http://www.w3.org/2000/svg" width={size} height={size} viewBox="0 0 24 24" fill="none"
  stroke="currentColor" stroke-width={strokeWidth} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes.join('')}</svg>`;
      }
    }
  };
}
