"""The checks in order of trial: adding one is one function in its topic and one name here."""

from __future__ import annotations

from pipeline.checks import (
    arithmetic,
    chronology,
    claims,
    corpus,
    external,
    form,
    notation,
    outlier,
    place,
    presence,
    reading,
    repeated,
    shares,
)
from pipeline.checks.check import Check, declared

CATALOGUE: tuple[Check, ...] = declared(
    reading.characters_are_what_they_look_like,
    reading.every_figure_is_accounted_for,
    reading.labels_are_known,
    reading.a_name_is_spelt_in_one_way,
    presence.figures_have_what_they_need,
    presence.profiles_have_what_their_neighbours_have,
    form.dates_are_in_the_calendar,
    outlier.figures_are_of_their_neighbours_order,
    form.people_are_counted_whole,
    form.digits_are_grouped_as_on_the_page,
    shares.shares_are_as_precise_as_their_neighbours,
    arithmetic.exports_and_imports_make_trade,
    shares.shares_of_a_partition_make_100,
    arithmetic.gdp_is_per_capita_times_population,
    arithmetic.area_and_population_make_a_density,
    arithmetic.households_are_no_more_than_people,
    repeated.two_units_give_one_size,
    repeated.restated_figures_agree,
    repeated.facts_are_given_once,
    repeated.unlike_facts_have_figures_of_their_own,
    form.figures_are_possible_at_all,
    chronology.friendship_comes_before_sisterhood,
    chronology.neighbours_have_dates_of_their_own,
    chronology.no_date_is_still_to_come,
    notation.day_and_month_can_be_told_apart,
    notation.weekdays_are_those_of_their_dates,
    chronology.a_place_is_founded_before_it_is_renamed,
    notation.dates_are_punctuated_as_usual,
    claims.ratios_to_one_place_agree,
    claims.shares_of_a_region_fit_its_area,
    claims.ranks_are_within_their_number,
    place.places_lie_where_the_text_says,
    place.places_lie_on_the_stated_side,
    external.sizes_are_of_the_order_of_the_reference,
    external.regions_lie_in_their_country,
    external.money_is_in_the_country_s_currency,
    external.heights_and_climates_fit_the_country,
    corpus.neighbours_have_figures_of_their_own,
)

BY_CODE = {one.code: one for one in CATALOGUE}
