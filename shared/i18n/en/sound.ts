/** How a call sounds, devices and «Проверить связь». */
export const sound = {
  trouble: {
    'speaking-muted': 'You are speaking, and the microphone is off',
    'headset-muted': 'The microphone is muted at the headset',
    'nothing-sent': 'You cannot be heard: the microphone is silent',
    'nothing-heard': 'The user cannot be heard',
    'loss-here': 'Bad sound: {{percent}}% of the user’s speech is lost',
    'loss-there': 'You are hard to understand: {{percent}}% of your speech is lost',
    delay: 'Bad sound: long delay',
    bad: 'Bad sound',
    figures: 'Score {{mos}} of 4.4.',
    hint: {
      'speaking-muted': 'Switch the microphone on: F7.',
      'headset-muted': 'Press the microphone button on the headset or its cord.',
      'nothing-sent': 'Check the headset and the microphone chosen in the settings; it may be changed during the call.',
      'nothing-heard': 'More than 10 seconds of silence. Ask the user to unmute, check your headphones.',
      'loss-here': 'The network loses packets. A cable is steadier than Wi-Fi.',
      'loss-there': 'The network loses packets. A cable is steadier than Wi-Fi.',
      delay: 'Leave pauses when you speak.',
      bad: 'The network is slow or uneven at the moment.',
    },
  },
  story: {
    title: 'Sound',
    good: 'good',
    fair: 'fair',
    bad: 'bad',
    unknown: 'not rated',
    figures: 'MOS {{average}}, worst stretch {{worst}}; loss {{loss}}%, in the worst stretch {{worstLoss}}%',
    way: 'round trip {{ms}} ms',
  },
};
