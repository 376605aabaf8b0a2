/* SPDX-License-Identifier: Apache-2.0 */
package org.municipalsafety.examples.house;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/**
 * What a module offers, as class files without anything else: the types of its exported packages that users can see and
 * their public and protected members, no code and no private parts. Equal offers give equal bytes.
 */
final class Api {

    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private Api() {}

    /**
     * The offer of a module.
     *
     * @param classes the folder of its classes
     * @param exported the names of its exported packages, with slashes
     * @return a jar
     */
    static byte[] of(Path classes, Set<String> exported) throws IOException {
        Map<String, ClassReader> all = new TreeMap<>();
        for (String name : exported) {
            try (Stream<Path> files = Files.list(classes.resolve(name))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                        .sorted()
                        .toList()) {
                    ClassReader type = new ClassReader(Files.readAllBytes(file));
                    all.put(type.getClassName(), type);
                }
            }
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            for (String name : kept(all)) {
                ClassWriter stripped = new ClassWriter(0);
                read(all, name).accept(new Stripping(stripped), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
                ZipEntry entry = new ZipEntry(name + ".class");
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(stripped.toByteArray());
                zip.closeEntry();
            }
        }
        return jar.toByteArray();
    }

    private static ClassReader read(Map<String, ClassReader> all, String name) {
        ClassReader type = all.get(name);
        if (type == null) {
            throw new IllegalStateException("There is no class " + name + '.');
        }
        return type;
    }

    /** What users see, and what those types inherit from. */
    private static Set<String> kept(Map<String, ClassReader> all) {
        Set<String> kept = new TreeSet<>();
        List<String> open = new ArrayList<>(
                all.keySet().stream().filter(name -> isVisible(name, all)).toList());
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            if (all.containsKey(name) && kept.add(name)) {
                open.add(read(all, name).getSuperName());
                open.addAll(List.of(read(all, name).getInterfaces()));
            }
        }
        return kept;
    }

    /** A nested type is seen if it and each type around it are. */
    private static boolean isVisible(String name, Map<String, ClassReader> all) {
        if (!all.containsKey(name) || name.endsWith("package-info")) {
            return false;
        }
        Nesting nesting = new Nesting(name);
        read(all, name).accept(nesting, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        if (nesting.nested) {
            return nesting.outer != null && (nesting.access & VISIBLE) != 0 && isVisible(nesting.outer, all);
        }
        return (read(all, name).getAccess() & VISIBLE) != 0;
    }

    /** The names of the types that may implement a sealed type, by its name. */
    static Map<String, Set<String>> sealedTypes(byte[] jar) throws IOException {
        Map<String, Set<String>> permitted = new TreeMap<>();
        for (byte[] content : entries(jar).values()) {
            ClassReader type = new ClassReader(content);
            type.accept(
                    new ClassVisitor(Opcodes.ASM9) {
                        @Override
                        public void visitPermittedSubclass(String name) {
                            permitted
                                    .computeIfAbsent(type.getClassName().replace('/', '.'), key -> new TreeSet<>())
                                    .add(name.replace('/', '.'));
                        }
                    },
                    0);
        }
        return permitted;
    }

    static int size(byte[] jar) throws IOException {
        return entries(jar).size();
    }

    private static Map<String, byte[]> entries(byte[] jar) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (InputStream in = new ByteArrayInputStream(jar);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found.put(entry.getName(), zip.readAllBytes());
            }
        }
        return found;
    }

    /** Where a class stands in another one. */
    private static final class Nesting extends ClassVisitor {

        private final String name;
        private boolean nested;
        private int access;
        private @Nullable String outer;

        Nesting(String name) {
            super(Opcodes.ASM9);
            this.name = name;
        }

        @Override
        public void visitInnerClass(String inner, @Nullable String outerName, @Nullable String simple, int flags) {
            if (inner.equals(name)) {
                nested = true;
                access = flags;
                outer = outerName;
            }
        }
    }

    /** Leaves private parts and annotations out. */
    private static final class Stripping extends ClassVisitor {

        Stripping(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            boolean seen = (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
            return seen ? super.visitMethod(access, name, descriptor, signature, exceptions) : null;
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return (access & VISIBLE) == 0 ? null : super.visitField(access, name, descriptor, signature, value);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return null;
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int reference, @Nullable TypePath path, String descriptor, boolean visible) {
            return null;
        }

        @Override
        public void visitNestHost(String host) {}

        @Override
        public void visitNestMember(String member) {}
    }
}
