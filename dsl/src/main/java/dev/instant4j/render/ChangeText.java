package dev.instant4j.render;

import dev.instant4j.diff.Change;

/** Describes a change in the words that follow its name on a line of a plan. */
final class ChangeText implements Change.Cases<ChangeText.Line> {

    /**
     * A line of a plan, without sign and colour.
     *
     * @param name what changes, by its new name
     * @param detail how; may be empty
     */
    record Line(String name, String detail) {}

    @Override
    public Line entityAdded(Change.EntityAdded change) {
        return new Line("entity " + change.entity(), "");
    }

    @Override
    public Line entityDeleted(Change.EntityDeleted change) {
        return new Line("entity " + change.entity(), "with all that is stored in it");
    }

    @Override
    public Line entityRenamed(Change.EntityRenamed change) {
        return new Line("entity " + change.to(), "was " + change.from() + ", keeps its data and links");
    }

    @Override
    public Line attrAdded(Change.AttrAdded change) {
        return new Line(change.name().label(), Wording.attr(change.definition()));
    }

    @Override
    public Line attrDeleted(Change.AttrDeleted change) {
        return new Line(change.stored().name().label(), Wording.stored(change.stored()) + "; its values go too");
    }

    @Override
    public Line attrChanged(Change.AttrChanged change) {
        return new Line(change.name().label(), Wording.changes(change));
    }

    @Override
    public Line linkAdded(Change.LinkAdded change) {
        return new Line("link " + change.definition().name(), Wording.link(change.definition()));
    }

    @Override
    public Line linkDeleted(Change.LinkDeleted change) {
        return new Line("link " + Wording.storedLink(change.stored()), "with all its connections");
    }

    @Override
    public Line linkChanged(Change.LinkChanged change) {
        String name =
                change.to().forward().name() + " <-> " + change.to().reverse().name();
        return new Line("link " + name, Wording.changes(change));
    }
}
