package org.undersigned.journeys;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs on some targets alone; on another the output says that the test was left out, and why. */
@java.lang.annotation.Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyOn.Condition.class)
@interface OnlyOn {
    Target.Kind[] value();

    String because();

    /** Leaves a test out elsewhere. */
    final class Condition implements ExecutionCondition {
        private static final ConditionEvaluationResult RUN = ConditionEvaluationResult.enabled("runs on this target");

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return findAnnotation(context.getElement(), OnlyOn.class)
                    .filter(only -> !List.of(only.value()).contains(Target.Kind.CHOSEN))
                    .map(only -> leftOut(context, only.because()))
                    .orElse(RUN);
        }

        private static ConditionEvaluationResult leftOut(ExtensionContext context, String reason) {
            String test = context.getRequiredTestClass().getSimpleName()
                    + context.getTestMethod()
                            .map(method -> "." + method.getName())
                            .orElse("");
            say(test, reason);
            return ConditionEvaluationResult.disabled(reason);
        }

        static void say(String test, String reason) {
            System.out.println("left out: " + test + ": " + reason);
        }
    }
}
