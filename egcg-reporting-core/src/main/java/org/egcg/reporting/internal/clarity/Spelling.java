package org.egcg.reporting.internal.clarity;

import java.util.regex.Pattern;

/** How the LIMS may spell a sample's name, tried in this order: file systems know neither colons nor blanks. */
enum Spelling {
    AS_IS {
        @Override
        String of(String name) {
            return name;
        }
    },
    WITH_COLON {
        @Override
        String of(String name) {
            return UNDERSCORE.matcher(name).replaceFirst(":$1");
        }
    },
    WITH_COLON_AND_BLANK {
        @Override
        String of(String name) {
            return TWO_UNDERSCORES.matcher(WITH_COLON.of(name)).replaceFirst(" _$1:$2");
        }
    };

    private static final Pattern UNDERSCORE = Pattern.compile("_([0-9]{2})$");
    private static final Pattern TWO_UNDERSCORES = Pattern.compile("__([A-Za-z]):([0-9]{2})$");

    abstract String of(String name);
}
