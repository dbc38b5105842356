package org.vivavoce.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.SortedSet;
import java.util.TreeSet;

/** The classes of the program, without its tests. */
final class Production {

    static final String ROOT = "org.vivavoce";

    private Production() {}

    /** Reads them; takes a second. */
    static JavaClasses classes() {
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
