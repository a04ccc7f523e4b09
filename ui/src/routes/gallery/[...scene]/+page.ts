import { error } from '@sveltejs/kit';

export const load = async ({ params, url }) => {
  const gallery = __GALLERY__ ? await import('#gallery/Gallery.svelte') : undefined;
  if (!gallery) error(404);
  return { Gallery: gallery.default, scene: params.scene || 'widgets', query: url.searchParams };
};
