// Docs: https://www.instantdb.com/docs/modeling-data

import { i } from "@instantdb/core";

const _schema = i.schema({
  entities: {
    $files: i.entity({
      path: i.string().unique().indexed(),
      url: i.string(),
    }),
    $streams: i.entity({
      abortReason: i.string().optional(),
      clientId: i.string().unique().indexed(),
      done: i.boolean().optional(),
      size: i.number().optional(),
    }),
    $users: i.entity({
      email: i.string().unique().indexed().optional(),
      imageURL: i.string().optional(),
      type: i.string().optional(),
    }),
    comments: i.entity({
      createdAt: i.date().indexed(),
      text: i.string(),
    }),
    posts: i.entity({
      body: i.string().optional(),
      meta: i.any().optional(),
      slug: i.string().unique().indexed(),
      title: i.string(),
      views: i.number().indexed(),
    }),
  },
  links: {
    $streams$files: {
      forward: {
        on: "$streams",
        has: "many",
        label: "$files",
      },
      reverse: {
        on: "$files",
        has: "one",
        label: "$stream",
        onDelete: "cascade",
      },
    },
    $usersLinkedPrimaryUser: {
      forward: {
        on: "$users",
        has: "one",
        label: "linkedPrimaryUser",
        onDelete: "cascade",
      },
      reverse: {
        on: "$users",
        has: "many",
        label: "linkedGuestUsers",
      },
    },
    commentsPost: {
      forward: {
        on: "comments",
        has: "one",
        label: "post",
        required: true,
        onDelete: "cascade",
      },
      reverse: {
        on: "posts",
        has: "many",
        label: "comments",
      },
    },
    postsAuthor: {
      forward: {
        on: "posts",
        has: "one",
        label: "author",
      },
      reverse: {
        on: "$users",
        has: "many",
        label: "posts",
      },
    },
  },
  rooms: {
    board: {
      presence: i.entity({
        name: i.string(),
      }),
      topics: {},
    },
  },
});

// This helps TypeScript display nicer intellisense
type _AppSchema = typeof _schema;
interface AppSchema extends _AppSchema {}
const schema: AppSchema = _schema;

export type { AppSchema };
export default schema;
