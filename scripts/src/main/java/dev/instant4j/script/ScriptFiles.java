package dev.instant4j.script;

import dev.instant4j.dsl.Dsl;
import dev.instant4j.model.Schema;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * What scripts are compiled against: all that there is, but found without looking through every jar on the class path.
 * That would take a good part of the time that a definition needs.
 */
final class ScriptFiles extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {
    private static final String OURS = "dev.instant4j.";
    private static final List<String> NOWHERE = List.of("", "REPL", "java");

    /** Our own part of the class path. */
    private enum Own implements Location {
        CLASSES;

        @Override
        public String getName() {
            return name();
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    ScriptFiles(StandardJavaFileManager files) {
        super(files);
        try {
            files.setLocationFromPaths(Own.CLASSES, own());
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of instant4j can't be read.", e);
        }
    }

    private static List<Path> own() {
        return Stream.of(Schema.class, Dsl.class, ScriptFiles.class)
                .map(ScriptFiles::origin)
                .toList();
    }

    private static Path origin(Class<?> type) {
        URL origin = type.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(origin.toString()));
    }

    /** Looks for packages of ours in jars of ours, and not at all for those that no jar has. */
    @Override
    public Iterable<JavaFileObject> list(Location location, String name, Set<Kind> kinds, boolean deep)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, name, kinds, deep);
        }
        if (NOWHERE.contains(name) || OURS.startsWith(name + ".")) {
            return List.of();
        }
        Iterable<JavaFileObject> own = name.startsWith(OURS) ? super.list(Own.CLASSES, name, kinds, deep) : List.of();
        return own.iterator().hasNext() ? own : super.list(location, name, kinds, deep);
    }

    /** Gives the compiler nothing to search for plugins of its own, which scripts have no use for. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return ClassLoader.getPlatformClassLoader();
    }

    /** Gives JShell nothing to index for the completion of half-written code, which is all that it asks this for. */
    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return List.of();
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> path) throws IOException {
        fileManager.setLocation(location, path);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }
}
