package org.vivavoce.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import java.util.SortedSet;
import java.util.TreeSet;

/** The classes of the program, without its tests. */
final class Production {

    static final String ROOT = "org.vivavoce";

    private Production() {}

    /** Where classes are that are threads or executors: of other libraries it is enough to know the names of what is used. */
    private static final String[] KNOWN = {"java", "javax", "jdk", "javafx", "okhttp3", "org.eclipse.jetty"};

    /** Reads them, and the classes of some libraries with them. */
    static JavaClasses classes() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
            configuration.setClassResolverArguments(KNOWN);
            return read();
        });
    }

    /** Reads them alone: of all libraries only names are known. Takes a third of the time. */
    static JavaClasses classesAlone() {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return read();
        });
    }

    private static JavaClasses read() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    /** The packages there are, as the table names them: {@code ui.talk}; the root is empty. */
    static SortedSet<String> packages(JavaClasses classes) {
        SortedSet<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            names.add(nameOf(type.getPackageName()));
        }
        return names;
    }

    static String nameOf(String packageName) {
        return packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
    }
}
