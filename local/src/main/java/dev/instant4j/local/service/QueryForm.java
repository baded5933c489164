package dev.instant4j.local.service;

import java.util.List;

/**
 * One namespace of a query.
 *
 * @param key how it is named: an entity type, or the label of a link
 * @param path the keys that lead to it from the query
 * @param nested what is wanted of linked entities
 */
record QueryForm(String key, List<String> path, QueryOptions options, List<QueryForm> nested) {}
