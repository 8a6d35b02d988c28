// Does every post stand where its layer may put it (C1, G2)? A unit issues its own layer by itself: it must not make a role of a
// tier above for one of its own people, nor speak for posts above it. Desks and commanders are check-own-tier.ts.

import { isAtOrAbove } from '../basics/tier.ts'
import type { Joined } from './join.ts'
import type { Layer, Post } from './layer.ts'
import { type Problem, problem } from './problem.ts'
import { byId, each } from './references.ts'
import { roleFits } from './role.ts'

/** A role sits at its own tier; an administrator is made by the base layer alone. */
export function rolesFitTheirTier(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) =>
    each(layer.posts, 'posts', byId, ({ id, role, tier }, path) => {
      if (!roleFits(role, tier)) {
        return [
          problem(layer.id, `${path}.role`, 'role-wrong', {
            zh: `权限 ${role} 不能给 ${tier} 的岗位`,
            en: `role ${role} cannot be given to a post of the ${tier}`,
          }),
        ]
      }
      const known = findAbove(joined, index, id)?.role === 'administrator'
      if (role !== 'administrator' || layer.kind === 'nation' || known) return []
      return [
        problem(layer.id, `${path}.role`, 'role-wrong', {
          zh: '管理员岗位只能由国家层预案设立',
          en: 'a post of an administrator is made by the national layer alone',
        }),
      ]
    }),
  )
}

/** A layer lays down posts of its own tier and of those below. */
export function postsAreNotAboveTheirLayer(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer) =>
    each(layer.posts, 'posts', byId, (post, path) =>
      isAtOrAbove(layer.kind, post.tier)
        ? []
        : [
            problem(layer.id, path, 'above-own-tier', {
              zh: `${post.tier} 的岗位由它自己那一级或更高的预案规定，这里不能写`,
              en: `a post of the ${post.tier} is laid down by its own tier or one above, not here`,
            }),
          ],
    ),
  )
}

/** What a post is stays as the layer above says: its tier, its role, and whether it stands beside the line (C4). */
export function postsKeepTheirPlace(joined: Joined): readonly Problem[] {
  return joined.layers.flatMap((layer, index) =>
    each(layer.posts, 'posts', byId, (post, path) => {
      const above = findAbove(joined, index, post.id)
      if (!above || samePlace(above, post)) return []
      return [
        problem(layer.id, path, 'post-changed', {
          zh: `上级预案里这个岗位属于 ${above.tier}、权限 ${above.role}${above.beside ? '、不在层级线上' : ''}，下级不能改`,
          en: `the layer above puts this post at ${above.tier} with role ${above.role}${above.beside ? ', beside the line' : ''}; a lower layer cannot change that`,
        }),
      ]
    }),
  )
}

function samePlace(above: Post, below: Post): boolean {
  return (
    above.tier === below.tier && above.role === below.role && Boolean(above.beside) === Boolean(below.beside)
  )
}

function findAbove(joined: Joined, index: number, id: string): Post | undefined {
  return postsOf(joined.layers.slice(0, index)).find((post) => post.id === id)
}

function postsOf(layers: readonly Layer[]): readonly Post[] {
  return layers.flatMap((layer) => layer.posts ?? [])
}
