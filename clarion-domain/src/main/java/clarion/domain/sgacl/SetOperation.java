package clarion.domain.sgacl;

/** What is made of two sets, element by element. Of what is in neither nothing is ever made. */
enum SetOperation {
    AND {
        @Override
        boolean of(boolean first, boolean second) {
            return first && second;
        }
    },
    OR {
        @Override
        boolean of(boolean first, boolean second) {
            return first || second;
        }
    },
    MINUS {
        @Override
        boolean of(boolean first, boolean second) {
            return first && !second;
        }
    },
    EITHER {
        @Override
        boolean of(boolean first, boolean second) {
            return first != second;
        }
    };

    abstract boolean of(boolean first, boolean second);
}
