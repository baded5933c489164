// Does one thing with the Platform SDK: reads {"what", ...} from stdin, writes what came of it to stdout as JSON.
import { PlatformApi, i } from "@instantdb/platform";
import { readFileSync } from "node:fs";

const { what, appId, ...input } = JSON.parse(readFileSync(0, "utf8"));
const token = process.env.INSTANT_CLI_AUTH_TOKEN;
const api = new PlatformApi({
  apiURI: process.env.INSTANT_CLI_API_URI,
  auth: token ? { token } : undefined,
});

const comments = i.entity({ text: i.string() });
const posts = { slug: i.string().unique().indexed(), title: i.string() };
const commentsPost = {
  forward: { on: "comments", has: "one", label: "post", required: true, onDelete: "cascade" },
  reverse: { on: "posts", has: "many", label: "comments" },
};

const schemas = {
  posts: i.schema({ entities: { posts: i.entity(posts) } }),
  postsAndComments: i.schema({
    entities: { posts: i.entity({ ...posts, body: i.string().optional() }), comments },
    links: { commentsPost },
  }),
  renamed: i.schema({
    entities: {
      posts: i.entity({ slug: posts.slug, headline: posts.title, body: i.string().optional() }),
      comments,
    },
    links: { commentsPost },
  }),
  uniqueTitles: i.schema({
    entities: { posts: i.entity({ ...posts, title: i.string().unique() }) },
  }),
};

const perms = { posts: { allow: { view: "true", create: "auth.id != null" } } };

function pushed() {
  const { schema, renames, overwrite } = input;
  return { schema: schemas[schema], ...(overwrite && { overwrite }), ...(renames && { renames }) };
}

const actions = {
  createTemporaryApp: () => api.createTemporaryApp({ title: "throwaway", schema: schemas.posts, rules: { code: perms } }),
  createApp: () => api.createApp({ title: "kept", schema: schemas.posts, perms }),
  getApps: () => api.getApps({ includeSchema: true, includePerms: true }),
  planSchemaPush: () => api.planSchemaPush(appId, pushed()),
  schemaPush: () => api.schemaPush(appId, pushed()),
  pushPerms: () => api.pushPerms(appId, { perms }),
  tokenInfo: () => api.tokenInfo(),
};

function answer(result) {
  process.stdout.write(JSON.stringify(result));
}

await Promise.resolve()
  .then(actions[what])
  .then(answer, (e) => answer({ error: { name: e.name, status: e.status, message: e.message, type: e.body?.type } }));
