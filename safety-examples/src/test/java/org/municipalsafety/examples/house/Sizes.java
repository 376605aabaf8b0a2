/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** How long methods are, how many fields classes have and how many arguments constructors take. */
final class Sizes extends TreePathScanner<Void, String> {

    static final int MOST_LINES_OF_A_METHOD = 60;
    static final int MOST_FIELDS = 20;
    static final int MOST_ARGUMENTS = 20;

    /** By what is too large, such as {@code Rota#resolve}, how large it is. */
    final Map<String, String> longMethods = new LinkedHashMap<>();

    final Map<String, String> wideClasses = new LinkedHashMap<>();

    private final SourcePositions positions;
    private final CompilationUnitTree unit;

    private Sizes(SourcePositions positions, CompilationUnitTree unit) {
        this.positions = positions;
        this.unit = unit;
    }

    /** The findings of one or more sources, by their names. */
    static List<Sizes> of(Map<String, String> sources) {
        JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, no JRE");
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new Source(name, text)));
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        List<Sizes> all = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Sizes sizes = new Sizes(Trees.instance(task).getSourcePositions(), unit);
                sizes.scan(unit, "");
                all.add(sizes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return all;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
        String name = type.getSimpleName().isEmpty()
                ? outer + "$"
                : outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
        long fields = type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field && isState(type, field))
                .count();
        if (fields > MOST_FIELDS) {
            wideClasses.put(name, "has " + fields + " fields, " + MOST_FIELDS + " are allowed");
        }
        type.getMembers().stream()
                .filter(member -> member instanceof BlockTree)
                .forEach(block -> lines(name + "#{}", block));
        return super.visitClass(type, name);
    }

    /** Constants are no state, whether of an enum or of a class. */
    private static boolean isState(ClassTree type, VariableTree field) {
        return type.getKind() != Tree.Kind.INTERFACE
                && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
        boolean constructor = method.getReturnType() == null;
        String name = type + "#" + (constructor ? "new" : method.getName());
        lines(name, method);
        if (constructor && method.getParameters().size() > MOST_ARGUMENTS) {
            wideClasses.put(
                    name, "takes " + method.getParameters().size() + " arguments, " + MOST_ARGUMENTS + " are allowed");
        }
        return super.visitMethod(method, name);
    }

    private void lines(String name, Tree tree) {
        LineMap map = unit.getLineMap();
        long lines = map.getLineNumber(positions.getEndPosition(unit, tree))
                - map.getLineNumber(positions.getStartPosition(unit, tree))
                + 1;
        if (lines > MOST_LINES_OF_A_METHOD) {
            longMethods.put(name, "has " + lines + " lines, " + MOST_LINES_OF_A_METHOD + " are allowed");
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
