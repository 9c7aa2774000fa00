"""Addresses of oversight."""

from django.urls import path

from taoli.oversight.views.award_withdraw import award_withdraw
from taoli.oversight.views.candidacy_endorse import candidacy_endorse
from taoli.oversight.views.candidacy_list import candidacy_list
from taoli.oversight.views.member_list import member_list
from taoli.oversight.views.my_reviews import my_reviews
from taoli.oversight.views.my_stars import my_stars
from taoli.oversight.views.star_apply import star_apply
from taoli.oversight.views.star_badge import star_badge
from taoli.oversight.views.star_certificate import star_certificate
from taoli.oversight.views.star_condition import star_condition
from taoli.oversight.views.star_condition_excel import star_condition_excel
from taoli.oversight.views.star_entry_show import star_entry_show
from taoli.oversight.views.star_issuer import star_issuer
from taoli.oversight.views.star_notice import star_notice
from taoli.oversight.views.star_remark_list import star_remark_list
from taoli.oversight.views.star_review_edit import star_review_edit
from taoli.oversight.views.star_round_edit import star_round_edit
from taoli.oversight.views.star_round_list import star_round_list
from taoli.oversight.views.star_round_move import star_round_move
from taoli.oversight.views.star_round_show import star_round_show
from taoli.oversight.views.star_tie_list import star_tie_list
from taoli.oversight.views.star_verify import star_verify

app_name = "oversight"
urlpatterns = [
    path("schools/", member_list, name="member_list"),
    path("stars/rounds/", star_round_list, name="star_round_list"),
    path("stars/rounds/<uuid:pk>/", star_round_show, name="star_round_show"),
    path("stars/rounds/edit/", star_round_edit, name="star_round_edit"),
    path("stars/rounds/<uuid:pk>/move/", star_round_move, name="star_round_move"),
    path("stars/rounds/<uuid:pk>/remarks/", star_remark_list, name="star_remark_list"),
    path("stars/entries/<uuid:pk>/", star_entry_show, name="star_entry_show"),
    path("stars/ties/", star_tie_list, name="star_tie_list"),
    path("stars/condition/", star_condition, name="star_condition"),
    path("stars/condition/excel/", star_condition_excel, name="star_condition_excel"),
    path("stars/awards/<uuid:pk>/withdraw/", award_withdraw, name="award_withdraw"),
    path("stars/reviews/", my_reviews, name="my_reviews"),
    path("stars/reviews/<uuid:pk>/", star_review_edit, name="star_review_edit"),
    path("stars/mine/", my_stars, name="my_stars"),
    path("stars/apply/<uuid:pk>/", star_apply, name="star_apply"),
    path("stars/school/", candidacy_list, name="candidacy_list"),
    path("stars/school/<uuid:pk>/", candidacy_endorse, name="candidacy_endorse"),
    path("stars/titles/<uuid:pk>/certificate/", star_certificate, name="star_certificate"),
    path("stars/titles/<uuid:pk>/badge/", star_badge, name="star_badge"),
    path("stars/notices/<int:bureau>/<uuid:pk>/", star_notice, name="star_notice"),
    path("stars/verify/", star_verify, name="star_verify"),
    path("stars/issuer/<int:bureau>/", star_issuer, name="star_issuer"),
]
