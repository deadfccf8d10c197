package io.lakewarden.spark.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnPathTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"city,city", "a b,a b", "a.b,`a.b`", "`,````", "a``b,`a````b`", "😀,😀", "<b>,<b>", "\"\",``"})
    void quotesOnlyWhereNamesWouldBeAmbiguous(String name, String path) {
        assertThat(ColumnPath.of(name)).isEqualTo(path);
    }

    @Test
    void readsBackWhateverItWrites() {
        List<String> names = List.of("a", "b.c", "`", "``.`", "", "x y", "line\nbreak", "element");
        String path = ColumnPath.of(names.get(0));
        for (String name : names.subList(1, names.size())) {
            path = ColumnPath.child(path, name);
        }
        assertThat(ColumnPath.names(path)).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"`open", "a`b", "`a`b", "a.`b"})
    void refusesBrokenQuotes(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ColumnPath.names(path))
                .withMessageStartingWith("'" + path + "' is no column path");
    }
}
