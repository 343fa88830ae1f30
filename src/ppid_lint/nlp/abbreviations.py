"""Abbreviations of official Indonesian prose, by what their full stop says about a sentence's end.

Written without the last full stop. Forms follow Pedoman Umum EYD and the usage of naskah dinas.
"""

from __future__ import annotations

# Stand before a name: their full stop never ends a sentence.
_TITLES = """
    dr drs dra drg ir h hj k.h kh prof apt ns r ra rr r.a tgk tn ny nn sdr sdri bpk bp alm almh yth st
    mr mrs pdt ust letjen mayjen brigjen kol letkol kapt irjen kombes inf kav cba czi cpl laks laksda laksma
    marsda marsma plt plh pj pjs pol purn muh moh much mohd abd md
"""
_PLACES = """
    jl jln gg gd kab kec kel ds dsn kp kpg prov kep dk dkh kmp perum komp blk lap
"""
_BODIES = """
    pt cv fa univ lab u.d p.d ka kabag kasi kabid kadis kasubbag kasubag sek wk bag subbag dit ditjen
    dirjen dep
"""
_LABELS = """
    nb no rek rp telp tlp tel fax faks tgl hlm dok
"""
# Lower-case only, since in capitals they are words of their own (SD, UP, AN).
_LINKS = """
    a.n u.b u.p d.a s.d c.q a.l an ub up da sd cq qq u/p yg dgn dg utk dlm thd krn tdk sbg pd dr spt dpt
    bhw ttd i.e e.g vs cf m.n n.b sbb
"""
# Stand before a number: their full stop ends a sentence unless a number follows.
_NUMBERED = """
    nomor rt rw hp wa km lt kav hal pkl thn th ps vol ed jil cet bab
    art reg min maks nip nik npwp jan feb mar apr jun jul agt ags sep sept okt nov des sk kpts lamp
    ext eks ta
"""
# May well end a sentence; listed so that their full stop stays with them.
_FREE = """
    dll dsb dst dkk ybs tsb etc al tbk ttg ket sda a.m p.m
"""
_DEGREES = """
    S.H S.E S.T S.P S.S S.IP S.I.P S.Sos S.Sos.I S.Ag S.Pd S.Pd.I S.Kom S.Si S.STP S.Psi S.Ked S.Kep
    S.KM S.K.M S.Hut S.Pt S.Ds S.Sn S.Farm S.Gz S.TP S.Ak S.Akun S.Stat S.Hum S.I.Kom S.IKom S.Tr
    S.Tr.Keb S.Ars S.H.I S.HI S.Th S.Fil S.AP S.AN S.ST S.M S.Mn S.Pi S.Kel S.Tr.IP S.E.I S.Pd.SD M.H
    M.M M.Si M.T M.P M.A M.Ag M.Pd M.Pd.I M.Kes M.Kom M.Hum M.AP M.A.P M.PA M.Sc M.Ak M.Kn M.Ec M.E
    M.Ec.Dev M.Sn M.Ds M.Psi M.Farm M.Kep M.I.Kom M.IKom M.IP M.Tr M.Tr.IP M.KM M.K.M M.Stat M.Eng
    M.Phil M.Hut M.Sos M.H.I M.E.I M.Th M.Gz M.Biomed M.Keb M.MT M.BA M.P.H M.PH M.Tr.A.P M.Tr.Han A.Md
    A.Md.Keb A.Md.Kep A.Md.Kom A.Ma A.P A.KS Ak Ph.D B.A B.Sc B.Eng LL.M LL.B M.D Sp.A Sp.B Sp.PD Sp.OG
    Sp.P Sp.M Sp.An Sp.KJ Sp.JP Sp.S Sp.N Sp.Rad Sp.PK Sp.KK Sp.THT Sp.OT Sp.U Sp.KFR Sp.Ok
"""
DEGREES = frozenset(_DEGREES.split())
"""Academic degrees after a name: their full stop may end a sentence, not before another degree."""


def _cased(words: str) -> frozenset[str]:
    """The forms in small letters, with a capital, and in capitals."""
    return frozenset(
        form for word in words.split() for form in (word, word[0].upper() + word[1:], word.upper())
    )


BEFORE_NAME = (_cased(_TITLES + _PLACES + _BODIES + _LABELS) | frozenset(_LINKS.split())) - {"RA"}
"""Abbreviations whose full stop never ends a sentence."""

BEFORE_NUMBER = _cased(_NUMBERED)
"""Abbreviations whose full stop does not end a sentence when a number follows."""

ABBREVIATIONS = BEFORE_NAME | BEFORE_NUMBER | DEGREES | frozenset(_FREE.split()) | {"Tbk", "Dll", "Dst"}
"""All abbreviations, without their last full stop."""
