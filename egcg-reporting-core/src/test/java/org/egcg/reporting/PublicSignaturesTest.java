package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an embedder can call, an embedder can also name. */
public class PublicSignaturesTest {

    private static final String OURS = "org.egcg.reporting";

    @Test
    void noSignatureThatIsPublicMentionsATypeThatIsNot() {
        Set<String> leaks = new TreeSet<>();
        new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                .importPackages(OURS).stream()
                        .map(JavaClass::reflect)
                        .filter(PublicSignaturesTest::isVisible)
                        .forEach(type -> leaks.addAll(leaks(type)));
        assertThat(leaks).isEmpty();
    }

    @Test
    void aLeakIsFoundWhereverItHides() {
        assertThat(leaks(Leaky.class))
                .containsExactlyInAnyOrder(
                        "Leaky extends Hidden",
                        "Leaky implements Hidden",
                        "Leaky.field: Hidden",
                        "Leaky.method: Hidden",
                        "Leaky.get: Hidden",
                        "Leaky.Leaky: Hidden");
    }

    /** Mentions {@link Hidden} in each way there is. */
    public static class Leaky extends Base<PublicSignaturesTest.Hidden> implements Supplier<Hidden> {
        protected List<? extends Hidden> field;

        protected Leaky(Hidden... arguments) {
            field = List.of(arguments);
        }

        public <T extends Hidden> List<T> method() {
            return List.of();
        }

        @Override
        public Hidden get() {
            return new Hidden();
        }
    }

    public static class Base<T> {}

    static class Hidden {}

    private static Set<String> leaks(Class<?> type) {
        Set<String> leaks = new TreeSet<>();
        String name = type.getSimpleName();
        note(
                leaks,
                name + " extends ",
                List.of(type.getGenericSuperclass() == null ? Object.class : type.getGenericSuperclass()));
        note(leaks, name + " implements ", List.of(type.getGenericInterfaces()));
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field)) {
                note(leaks, name + "." + field.getName() + ": ", List.of(field.getGenericType()));
            }
        }
        Stream.of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(PublicSignaturesTest::isVisible)
                .forEach(called -> note(leaks, name + "." + simple(called) + ": ", mentioned(called)));
        return leaks;
    }

    private static String simple(Executable called) {
        return called.getName().replaceAll(".*[.$]", "");
    }

    private static List<Type> mentioned(Executable called) {
        return Stream.of(
                        Stream.of(called.getAnnotatedReturnType().getType()),
                        Stream.of(called.getGenericParameterTypes()),
                        Stream.of(called.getGenericExceptionTypes()),
                        Stream.of(called.getTypeParameters()))
                .flatMap(types -> types)
                .map(Type.class::cast)
                .toList();
    }

    private static void note(Set<String> leaks, String where, List<Type> types) {
        Set<Class<?>> classes = new HashSet<>();
        types.forEach(type -> collect(type, classes, new HashSet<>()));
        classes.stream()
                .filter(named -> named.getName().startsWith(OURS) && !isVisible(named))
                .forEach(named -> leaks.add(where + named.getSimpleName()));
    }

    private static void collect(Type type, Set<Class<?>> found, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof Class<?> named) {
            found.add(named.isArray() ? element(named) : named);
        } else if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), found, seen);
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, found, seen));
        } else if (type instanceof WildcardType wild) {
            Arrays.stream(wild.getUpperBounds()).forEach(part -> collect(part, found, seen));
            Arrays.stream(wild.getLowerBounds()).forEach(part -> collect(part, found, seen));
        } else if (type instanceof TypeVariable<?> variable) {
            Arrays.stream(variable.getBounds()).forEach(part -> collect(part, found, seen));
        } else if (type instanceof GenericArrayType array) {
            collect(array.getGenericComponentType(), found, seen);
        }
    }

    private static Class<?> element(Class<?> array) {
        Class<?> element = array;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }

    private static boolean isVisible(Class<?> type) {
        boolean itself = Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
        return itself && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(Member member) {
        boolean shown = Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
        return shown && !member.isSynthetic();
    }
}
