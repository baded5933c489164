package dev.instant4j

import dev.instant4j.diff.Change
import dev.instant4j.diff.Rename
import dev.instant4j.diff.Renames
import dev.instant4j.diff.RulesDiff
import dev.instant4j.dsl.Dsl
import dev.instant4j.dsl.Dsl.*
import dev.instant4j.model.AppId
import dev.instant4j.model.Attrs
import dev.instant4j.model.Definition
import dev.instant4j.model.Entity
import dev.instant4j.model.IdSource
import dev.instant4j.model.Link
import dev.instant4j.model.Place
import dev.instant4j.model.Presence
import dev.instant4j.model.Room
import dev.instant4j.model.RoomPart
import dev.instant4j.model.Rule
import dev.instant4j.model.Rules
import dev.instant4j.model.Schema
import dev.instant4j.model.SchemaPart
import dev.instant4j.model.Step
import dev.instant4j.model.Topic
import dev.instant4j.plan.AppState
import dev.instant4j.plan.Planner
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** A definition in Kotlin says the same as one in Java: with every factory, without a cast, a `!!` or a back-tick. */
class KotlinDefinitionTest {
    private val todos: Entity = entity("todos",
        string("title").indexed().renamedFrom("name"),
        number("rank").unique(),
        bool("done"),
        date("completedAt").optional(),
        json("labels").protect("the labels of years"),
        any("extra").optional(),
        string("state").oneOf("open", "closed"))

    private val owner: Link = link("todosOwner",
        hasOne("todos", "owner").required().onDelete(CASCADE).renamedFrom("user"),
        hasMany("\$users", "todos"))

    private val list: Room = room("list", presence(string("name")), topic("emoji", string("name")))

    private val schema: Schema = schema(todos.protect("all there is"), entity("notes").renamedFrom("memos"), owner, list)

    private val rules: Rules = rules(
        byDefault(deny()),
        namespace("todos",
            bind("isOwner", "auth.id != null && auth.id in data.ref('owner.id')"),
            view("isOwner"), create("isOwner"), update("isOwner"), delete("isOwner"),
            link("owner", "isOwner"), unlink("owner", "false"), field("extra", "isOwner"),
            otherwise("false")))

    @Test
    fun `every factory is used here`() {
        val factories = Dsl::class.java.declaredMethods.filter { Modifier.isPublic(it.modifiers) }.map { it.name }.toSet()
        val source = Files.readString(Path.of("src/test/kotlin/dev/instant4j/KotlinDefinitionTest.kt"))

        assertThat(factories).isNotEmpty.allSatisfy { assertThat(source).containsPattern("\\b$it\\(") }
    }

    @Test
    fun `absence is typed and values read as properties`() {
        val oldName: String? = schema.entities[1].hints.renamedFrom
        val rank = schema.entities[0].attr("rank").orElseThrow()
        val file: String = schema.entities[0].place.file

        assertThat(oldName?.length).isEqualTo("memos".length)
        assertThat(rank.isUnique && !rank.isIndexed).isTrue
        assertThat(file).isEqualTo("KotlinDefinitionTest.kt")
        assertThat(rules.namespaces.first().place).isNotSameAs(Place.UNKNOWN)
    }

    @Test
    fun `a plan is read without an else`() {
        val plan = Planner.plan(
            AppId.parse("00000000-0000-4000-8000-000000000001"),
            AppState(Attrs.NONE, Rules.NONE),
            Definition(schema, rules),
            Renames.NONE,
            IdSource.seeded(1))

        assertThat(plan.stages.flatMap { it.steps }.map(::line))
            .contains("+ todos.title", "+ todos.owner <-> \$users.todos")
            .hasSize(10)
        assertThat(plan.changes.map(::line)).contains("+ todos", "+ notes")
        assertThat(RulesDiff.between(Rules.NONE, rules).map { line(it.kind, it.name) })
            .contains("bind isOwner", "link owner", "unlink owner", "field extra")
        assertThat(schema.entities.map(::line) + schema.links.map(::line) + schema.rooms.map(::line))
            .containsExactly("todos with 7", "notes with 0", "todos to \$users", "list showing 1, 1")
    }

    private fun line(step: Step): String = when (step) {
        is Step.AddAttr -> "+ ${step.definition.name()}" + (step.definition.reverse?.let { " <-> ${it.name}" } ?: "")
        is Step.UpdateAttr -> "~ ${step.forward.name}"
        is Step.DeleteAttr -> "- ${step.name}"
        is Step.StartJob -> "${step.type} ${step.name}" + (step.checkedType?.let { " as $it" } ?: "")
    }

    private fun line(change: Change): String = when (change) {
        is Change.EntityAdded -> "+ ${change.definition.name}"
        is Change.EntityDeleted -> "- ${change.id.name().entity}"
        is Change.EntityRenamed -> "${change.from} is ${change.to}"
        is Change.AttrAdded -> "+ ${change.name}"
        is Change.AttrDeleted -> "- ${change.stored.name()}"
        is Change.AttrChanged -> "~ ${change.name}"
        is Change.LinkAdded -> "+ ${change.definition.name}"
        is Change.LinkDeleted -> "- ${change.stored.name()}"
        is Change.LinkChanged -> "~ ${change.to.forward.name()}"
    }

    private fun line(part: SchemaPart): String = when (part) {
        is Entity -> "${part.name} with ${part.attrs.size}"
        is Link -> "${part.forward.on} to ${part.reverse.on}"
        is Room -> "${part.name} showing " + (listOf<RoomPart>(part.presence) + part.topics).map(::shown).joinToString()
    }

    private fun shown(part: RoomPart): Int = when (part) {
        is Presence -> part.attrs.size
        is Topic -> part.attrs.size
    }

    private fun line(kind: Rule.Kind, name: String): String = when (kind) {
        Rule.Kind.BIND -> "bind $name"
        Rule.Kind.ALLOW -> name
        Rule.Kind.LINK -> "link $name"
        Rule.Kind.UNLINK -> "unlink $name"
        Rule.Kind.FIELD -> "field $name"
        Rule.Kind.OTHER -> "something like $name"
    }

    @Test
    fun `a rename is one of an entity or of an attr`() {
        val told = listOf("memos:notes", "todos.name:todos.title").map(Rename::parse).map {
            when (it) {
                is Rename.OfEntity -> "entity ${it.source}"
                is Rename.OfAttr -> "attr ${it.from.label}"
            }
        }

        assertThat(told).containsExactly("entity memos", "attr name")
    }
}
