package org.egcg.reporting.lims;

/** The form in which samples are shown where the API promises names of letters, digits and underscores. */
final class SampleName {

    private SampleName() {}

    /** The name with an underscore for each character that is no letter, number or underscore. */
    static String sanitised(String name) {
        StringBuilder clean = new StringBuilder(name.length());
        name.codePoints().map(SampleName::orUnderscore).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int orUnderscore(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> character;
            default -> '_';
        };
    }
}
