package vn.gov.hanoi.training.support;

import io.restassured.specification.RequestSpecification;
import vn.gov.hanoi.kernel.testing.Api;
import vn.gov.hanoi.kernel.testing.Tokens;

/** People of the demo: each call is signed with a fresh token. */
public final class Callers {
    private static final String[] PLANNER = {"training-reader", "training-planner", "training-organiser"};

    private Callers() {}

    /** Plans and organises for the whole City. */
    public static RequestSpecification city() {
        return Api.as(Tokens.user("binh.tran").unit("H26").roles(PLANNER).token());
    }

    /** Spends, settles, reverses and closes for the whole City. */
    public static RequestSpecification accountant() {
        return Api.as(Tokens.user("hoa.ngo")
                .unit("H26")
                .roles("training-reader", "training-accountant")
                .token());
    }

    /** Organises in the district of {@link City}. */
    public static RequestSpecification district() {
        return Api.as(Tokens.user("dung.pham")
                .unit(City.DISTRICT.code())
                .roles("training-reader", "training-organiser")
                .token());
    }

    /** Somebody of the unit with these roles. */
    public static RequestSpecification of(City.Told unit, String... roles) {
        return Api.as(token(unit, roles));
    }

    public static String token(City.Told unit, String... roles) {
        return Tokens.user("someone." + unit.code())
                .unit(unit.code())
                .roles(roles)
                .token();
    }

    public static RequestSpecification operator() {
        return Api.as(Tokens.user("hai.vu").unit("H26").roles("operator").token());
    }

    public static RequestSpecification withRole(String role) {
        return Api.as(Tokens.user("only." + role).unit("H26").roles(role).token());
    }
}
