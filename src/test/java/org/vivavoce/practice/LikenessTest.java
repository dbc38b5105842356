package org.vivavoce.practice;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Don't you think so?             | dont you think so
            ¿Qué tal, mañana?               | que tal manana
            Ça va très bien !               | ca va tres bien
            Größe & Fuß                     | große fuß
            Ещё раз, пожалуйста!            | еще раз пожалуиста
            مَرْحَبًا، يا صديقي             | مرحبا يا صديقي
            你好，Anna！                     | 你 好 anna
            今日は。                         | 今 日 は
            ＡＢＣ １２                       | abc 12
            … — !                           | ''
            """)
    void wordsAreComparedWithoutCapitalsPunctuationAndAccents(String text, String words) {
        assertEquals(words, String.join(" ", Likeness.words(text)));
    }

    @Test
    void itDoesNotMatterHowAnAccentIsWritten() {
        assertEquals(Likeness.words("\u00e9t\u00e9 \u0439"), Likeness.words("e\u0301te\u0301 \u0438\u0306"));
        assertEquals(Likeness.words("\uac00\ub098"), Likeness.words("\u1100\u1161\u1102\u1161"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.0  | the beans along the wall           | We planted beans. The beans along the wall grew.
            1.0  | The Beans, along the wall!         | we planted the beans along the wall
            0.8  | planted beans on the wall          | we planted beans along the wall
            0.88 | planted beans along a wall or two no | planted beans along a wall or two
            0.5  | planted the wall beans             | we planted beans along
            0.0  | no let me tell you                 | beans and roses
            0.0  | ''                                 | beans and roses
            0.0  | beans                              | ''
            1.0  | как прошел твои день               | Как прошёл твой день сегодня?
            1.0  | آپ سے                              | میں آپ سے ملا
            1.0  | आपका दिन                           | आज आपका दिन कैसा रहा
            1.0  | 하루는 어땠어요                      | 오늘 하루는 어땠어요, 친구야?
            1.0  | 今天过得                            | 你今天过得怎么样？
            0.75 | 今天过的                            | 你今天过得怎么样？
            0.25 | 我不知道                            | 你知不是这样吧
            1.0  | どんな一日                          | 今日はどんな一日でしたか？
            """)
    void soMuchOfWhatWasHeardStandsInWhatWasSaid(double expected, String heard, String spoken) {
        assertEquals(expected, Likeness.of(Likeness.words(heard), Likeness.words(spoken)), 0.05);
    }

    @Test
    void wordsMustBeCloseTogether() {
        List<String> spoken = Likeness.words("one of us saw what the other two had done with all of it");

        assertEquals(0.33, Likeness.of(List.of("one", "two", "it"), spoken), 0.05);
    }
}
